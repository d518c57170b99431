import fc from 'fast-check';
import { arbitraryLog, places, type ArbitraryLog, type Place } from '../engine/twin/arbitrary-log.js';
import { question, type BaseQuestion } from '../engine/twin/arbitrary-question.js';

/** A log somewhere, and what every question about it has. */
export interface Case {
  readonly place: Place;
  readonly log: ArbitraryLog;
  readonly asked: BaseQuestion;
}

/** Cases all over the world. A question to a database is slower than one to memory, so places are drawn and not gone through. */
export function anyCase(maxDays?: number, profiles?: readonly string[]): fc.Arbitrary<Case> {
  return fc
    .constantFrom(...places)
    .chain((place) =>
      fc.record({ place: fc.constant(place), log: arbitraryLog(place), asked: question(place, maxDays, profiles) }),
    );
}

import type { FunnelQuery } from '#contract/api.js';
import { ChainFinder } from './funnel-chain.js';
import { takePersonsEvents, type EventsTaker, type PersonEvents, type StepEvents } from './funnel-events.js';
import type { RangedQuestion } from './question.js';

/** What makes a chain: its steps, its window, and what filters every step. */
export type ChainQuery = Pick<FunnelQuery, 'steps' | 'window_seconds' | 'filters'>;

/**
 * Takes the chain of each person who reached the first step, and the events that it lies in; both are the same objects
 * for every person, and hold only until the next. It is an object and no function made for one question, as the compiled
 * code of such a function is gone with the next collection of garbage, and it is called for every person.
 */
export interface ChainTaker {
  take(chain: ChainFinder, events: PersonEvents): void;
}

/** Finds the chain of each person. */
export function takeChains(
  { log, range, asOf, matchesOf }: RangedQuestion,
  { steps: asked, window_seconds, filters = [] }: ChainQuery,
  taker: ChainTaker,
): void {
  const steps = asked.map((step): StepEvents => ({
    name: step.event,
    matches: matchesOf([...filters, ...(step.filters ?? [])]),
  }));
  const chain = new ChainFinder(steps.length, window_seconds === undefined ? Infinity : window_seconds * 1000);
  takePersonsEvents(log, steps, range.start, Math.min(range.end, asOf), new ChainsOfEvents(chain, taker));
}

class ChainsOfEvents implements EventsTaker {
  constructor(
    private readonly chain: ChainFinder,
    private readonly taker: ChainTaker,
  ) {}

  take(events: PersonEvents): void {
    this.chain.find(events, events.from, events.to);
    if (this.chain.length > 0) this.taker.take(this.chain, events);
  }
}

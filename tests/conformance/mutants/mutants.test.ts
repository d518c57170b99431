import { beforeAll, describe, expect, it } from 'vitest';
import { createEngine, type Engine } from '#engine/index.js';
import { brokenOf, handlerOver, judge, rulesButFor } from '../judge.js';
import { mockTown } from '../logs.js';
import { cursorRepeats } from './cursor.js';
import { exitRateOverUsers } from './exit-rate.js';
import { noZeroRule } from './growth.js';
import type { Mutant } from './mutant.js';
import { nullAsZero } from './nulls.js';
import { othersSummed } from './others.js';
import { gapSplits, newAfter29Days, windowEndExcluded } from './raw-rules.js';
import { offByOne, zeroCohortsDropped } from './retention.js';
import { summedUsers } from './summed-users.js';
import { utcDays } from './utc-days.js';

/** What only events of one's own can show. */
const mutantsOfEvents: Mutant[] = [newAfter29Days, windowEndExcluded, gapSplits];

/** A source that computes wrongly is not judged by how its handler reads a request. */
const rules = rulesButFor(
  'parameter',
  'limit',
  'body',
  'path',
  'batch',
  'auth',
  'definition',
  'funnel.life',
  'funnel.if',
);

const mutants: Mutant[] = [
  utcDays,
  summedUsers,
  offByOne,
  zeroCohortsDropped,
  exitRateOverUsers,
  noZeroRule,
  othersSummed,
  nullAsZero,
  cursorRepeats,
];

describe('a back end that is wrong in one way breaks the rule of it, on the days of a small town:', () => {
  let town: Engine;
  beforeAll(() => {
    town = mockTown(['standard', 'alipay']);
  });

  it.each(mutants)(
    '$wrong',
    async ({ source, rules: [right, ...following] }) => {
      const broken = brokenOf(await judge(handlerOver(source(town)), { rules }));
      expect(Object.keys(broken)).toContain(right);
      const unrelated = Object.entries(broken).filter(([id]) => id !== right && !following.includes(id));
      expect(unrelated).toEqual([]);
    },
    120_000,
  );
});

describe('on the standard log:', () => {
  it.each(mutantsOfEvents)(
    '$wrong',
    async ({ source, rules: [right, ...following] }) => {
      const now = Date.parse('2026-11-28T12:00:00Z');
      const fetch = handlerOver(source(createEngine({ clock: { now: () => now } })));
      const broken = brokenOf(await judge(fetch, { rules, load: true }));
      expect(Object.keys(broken)).toContain(right);
      const unrelated = Object.entries(broken).filter(([id]) => id !== right && !following.includes(id));
      expect(unrelated).toEqual([]);
    },
    120_000,
  );
});

import { describe, expect, it } from 'vitest';
import { funnelModel, largestLoss } from '#charts/funnel.js';
import { funnelReport, groupOf, stepsOf } from './sample-funnel.js';

describe('the model of a funnel', () => {
  it('has a row for each step, with the share of the first', () => {
    const { rows } = funnelModel(funnelReport(), undefined);
    expect(rows.map(({ number, event, users, rate }) => [number, event, users, rate])).toEqual([
      [1, 'launch', 1000, 1],
      [2, 'page_view', 800, 0.8],
      [3, 'add_to_cart', 300, 0.3],
      [4, 'checkout', 240, 0.24],
      [5, 'pay', 216, 0.216],
    ]);
  });

  it('says between two steps who went on, who was lost and how long it took', () => {
    const { rows } = funnelModel(funnelReport(), undefined);
    expect(rows[1]!.passage).toEqual({
      ...{ rate: 0.375, lost: 500, medianSeconds: 20, p90Seconds: 80, isLargestLoss: true },
      ...{ rateBefore: null, change: null },
    });
    expect(rows.map(({ passage }) => passage?.lost)).toEqual([200, 500, 60, 24, undefined]);
    expect(rows.filter(({ passage }) => passage?.isLargestLoss)).toHaveLength(1);
  });

  it('sets each step beside itself in the range before, and the change with it', () => {
    const before = funnelReport({ launch: 500, page_view: 300, add_to_cart: 150, checkout: 150, pay: 108 });
    const { rows, isCompared } = funnelModel(funnelReport(), before);
    expect(isCompared).toBe(true);
    expect(rows[4]).toMatchObject({ usersBefore: 108, rateBefore: 0.216, usersChange: 1, rateChange: 0 });
    expect(rows[1]!.passage).toMatchObject({ rateBefore: 0.5, change: -0.25 });
  });

  it.each([
    ['null', null],
    ['divisor_1', 5],
  ] as const)('follows the rule of growth from nothing: %s', (rule, change) => {
    const { rows } = funnelModel(funnelReport({ a: 5, b: 1 }), funnelReport({ a: 0, b: 0 }), rule);
    expect(rows[0]!.usersChange).toBe(change);
  });

  it('keeps groups in the order of the answer and finds each in the range before by its key', () => {
    const groups = [groupOf(['iOS', null], { a: 6, b: 3 }), groupOf(['Android', null], { a: 4, b: 1 })];
    const before = [groupOf(['Android', null], { a: 8, b: 2 })];
    const model = funnelModel(funnelReport({ a: 10, b: 4 }, groups), funnelReport({ a: 8, b: 2 }, before));
    expect(model.groups.map(({ key, rows }) => [key, rows[0]!.usersBefore])).toEqual([
      [['iOS', null], null],
      [['Android', null], 8],
    ]);
  });

  it('knows nothing of a range that has no data yet', () => {
    const steps = stepsOf({ a: 1, b: 1 }).map(({ event }) => ({
      ...{ event, users: null, conversion_rate: null, step_conversion_rate: null },
      ...{ drop_off: null, median_seconds: null, p90_seconds: null },
    }));
    const { rows } = funnelModel({ ...funnelReport(), steps }, undefined);
    expect(rows.map(({ users, rate }) => [users, rate])).toEqual([
      [null, null],
      [null, null],
    ]);
    expect(rows[0]!.passage).toMatchObject({ lost: null, isLargestLoss: false });
  });
});

describe('the largest loss', () => {
  it.each<[string, Record<string, number>, number]>([
    ['is that of most users, not of the smallest share', { a: 100, b: 60, c: 30, d: 1 }, 1],
    ['is the first of equals', { a: 30, b: 20, c: 10 }, 1],
    ['is nowhere where nobody is lost', { a: 5, b: 5 }, -1],
    ['is nowhere without users', { a: 0, b: 0 }, -1],
  ])('%s', (_, users, step) => {
    expect(largestLoss(stepsOf(users))).toBe(step);
  });
});

import { describe, expect, it } from 'vitest';
import { ClassCounts } from '#reporting/distribution.js';
import { funnelSteps, nextEvents } from '#reporting/funnel.js';
import { valuesReport } from '#reporting/values.js';

describe('classes of a distribution', () => {
  it('hold their upper ends, and the last one all that is greater', () => {
    const classes = new ClassCounts('visit_duration');
    for (const seconds of [0, 2, 3, 100, 101, 1e9]) classes.add(seconds);
    expect([...classes.counts]).toEqual([2, 1, 0, 0, 0, 0, 1, 2]);
  });

  it('take several equal values at once', () => {
    const classes = new ClassCounts('opens_per_user');
    classes.add(1, 7);
    expect(classes.counts[0]).toBe(7);
  });
});

describe('steps of a funnel', () => {
  it('have no rate where nobody came to the step that it is of', () => {
    const users = [4, 0, 0];
    const steps = funnelSteps(['a', 'b', 'c'], (step) => ({ users: users[step]!, medianMs: null, p90Ms: 1500 }));
    expect(steps.map(({ conversion_rate: rate }) => rate)).toEqual([1, 0, 0]);
    expect(steps.map(({ step_conversion_rate: rate }) => rate)).toEqual([null, 0, null]);
    expect(steps.map(({ drop_off: lost }) => lost)).toEqual([null, 4, 0]);
    expect(steps[1]).toMatchObject({ median_seconds: null, p90_seconds: 1.5 });
  });
});

describe('what users did next', () => {
  it('stands by users, then by how many did it first, then by name', () => {
    const counted = [
      { event: 'c', users: 1, next: 0 },
      { event: 'b', users: 1, next: 1 },
      { event: 'a', users: 1, next: 1 },
      { event: 'd', users: 2, next: 0 },
    ];
    expect(nextEvents(counted, 4).map(({ event }) => event)).toEqual(['d', 'a', 'b', 'c']);
    expect(nextEvents(counted, 4)[0]).toMatchObject({ share: 0.5, next_share: 0 });
  });
});

describe('values of a field', () => {
  const sources = { labelOf: (key: string) => `source ${key}` };

  it('stand by how often they are carried, ties by value, and have one type or are mixed', () => {
    const counted = [
      ['b', 1],
      ['a', 1],
      [3, 2],
    ] as const;
    expect(valuesReport({ field: 'properties.x' }, counted, sources)).toEqual({
      field: 'properties.x',
      type: 'mixed',
      values: [
        { value: 3, count: 2 },
        { value: 'a', count: 1 },
        { value: 'b', count: 1 },
      ],
    });
  });

  it('of sources are searched by their label too', () => {
    const report = valuesReport(
      { field: 'source', search: 'SOURCE 2' },
      [['1', 1] as const, ['2', 1] as const],
      sources,
    );
    expect(report.values).toEqual([{ value: '2', label: 'source 2', count: 1 }]);
  });
});

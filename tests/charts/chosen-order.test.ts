import { expect, it } from 'vitest';
import { inChosenOrder } from '#charts/chosen-order.js';
import { days, meta } from '../elements/trend-chart/trend-back-end.js';

const series = [
  { metric: 'opens', key: '2', values: [9] },
  { metric: 'opens', key: '1', values: [7] },
  { metric: 'opens', key: '14', values: [3] },
];
const before = series.map((one) => ({ ...one, values: one.values.map((value) => value / 2) }));
const report = {
  meta,
  buckets: days('2026-11-17', 1),
  series,
  comparisons: [
    {
      kind: 'previous_period' as const,
      range: { start: '2026-11-16', end: '2026-11-16' },
      buckets: days('2026-11-16', 1),
      series: before,
    },
  ],
};
const keysOf = (of: readonly { key?: string | null }[]) => of.map(({ key }) => key);

it('lines stand in the order in which they were chosen, and their comparisons with them', () => {
  const chosen = inChosenOrder(report, ['14', '2', '1']);
  expect(keysOf(chosen.series)).toEqual(['14', '2', '1']);
  expect(chosen.comparisons[0]?.series.map(({ values }) => values)).toEqual([[1.5], [4.5], [3.5]]);
});

it('a chosen value that the report lacks has no line', () => {
  expect(keysOf(inChosenOrder(report, ['99', '1', '2', '14']).series)).toEqual(['1', '2', '14']);
});

it('lines that nobody chose stand after those, in the order of the report', () => {
  expect(keysOf(inChosenOrder(report, ['14']).series)).toEqual(['14', '2', '1']);
});

it('the report itself is left as it is', () => {
  inChosenOrder(report, ['14']);
  expect(keysOf(report.series)).toEqual(['2', '1', '14']);
});

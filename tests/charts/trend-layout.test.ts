import { describe, expect, it } from 'vitest';
import { shownLines } from '#charts/shown-lines.js';
import { type LayoutOptions, layTrend, multipleColumns } from '#charts/trend-layout.js';
import { trendModel } from '#charts/trend-model.js';
import { measure, plainInk, plainWriter, previousPeriod, sampleTrend } from './sample-trend.js';

const units = { opens: 'count', visits: 'count', active_users: 'users', exit_rate: 'rate' } as const;
const options: LayoutOptions = {
  size: { width: 900, height: 324 },
  shown: new Set(['opens', 'visits', 'exit_rate']),
  metric: (id) => ({ unit: units[id as keyof typeof units], better: 'up' }),
  ink: plainInk,
  writer: plainWriter,
  measure,
  isMirrored: false,
  weekStart: 1,
  wantsMultiples: false,
  wantsDifference: false,
  differenceCaption: 'Difference',
};
const series = (metric: string, most: number) => ({ metric, values: [0, 0, 0, 0, most, most] });
const model = (...metrics: [string, number][]) =>
  trendModel(sampleTrend({ series: metrics.map(([metric, most]) => series(metric, most)) }));

describe('layTrend', () => {
  it('draws metrics of one unit on one plot, with their names at the ends', () => {
    const layout = layTrend(model(['opens', 10], ['visits', 20]), options);
    expect(layout.plots.map(({ key }) => key)).toEqual(['lines']);
    expect(layout.endLabels.map(({ id }) => id)).toEqual(['opens', 'visits']);
  });

  it('draws users and counts on one axis, for both count', () => {
    const shown = new Set(['opens', 'active_users']);
    expect(layTrend(model(['opens', 10], ['active_users', 5]), { ...options, shown }).isMultiples).toBe(false);
  });

  it('leaves the names to the legend in a narrow plot', () => {
    const layout = layTrend(model(['opens', 10], ['visits', 20]), { ...options, size: { width: 500, height: 264 } });
    expect(layout.endLabels).toEqual([]);
    expect(layout.plots[0]!.plot.box.right).toBe(492);
  });

  it('draws metrics of different units as small multiples, each on its own scale', () => {
    const layout = layTrend(model(['opens', 10], ['exit_rate', 0.5]), options);
    expect(layout.isMultiples).toBe(true);
    expect(layout.plots.map(({ key, plot }) => [key, plot.scale.max, plot.box.width])).toEqual([
      ['opens', 10, 438],
      ['exit_rate', 0.5, 438],
    ]);
  });

  it('sets small multiples three across, four of them two by two, and one under the other where it is narrow', () => {
    expect([2, 3, 4, 5].map((count) => multipleColumns(900, count))).toEqual([2, 3, 2, 3]);
    expect([multipleColumns(500, 5), multipleColumns(300, 5)]).toEqual([2, 1]);
  });

  it('draws multiples of one unit on one scale', () => {
    const layout = layTrend(model(['opens', 10], ['visits', 1000]), { ...options, wantsMultiples: true });
    expect(layout.plots.map(({ plot }) => plot.scale.max)).toEqual([1000, 1000]);
  });

  it('draws the strip of differences under a single line with a comparison, and nowhere else', () => {
    const wanted = { ...options, wantsDifference: true, shown: new Set(['opens']) };
    const compared = trendModel(sampleTrend({ comparisons: [previousPeriod] }));
    const [upper, strip] = layTrend(compared, wanted).plots;
    expect([upper!.plot.box.height, strip!.plot.box.height]).toEqual([200, 124]);
    expect(upper!.plot.timeTicks).toEqual([]);
    expect(strip!.plot.timeTicks).not.toEqual([]);
    expect(layTrend(model(['opens', 10]), wanted).plots).toHaveLength(1);
  });
});

describe('shownLines', () => {
  const many = (count: number) =>
    trendModel(
      sampleTrend({
        series: Array.from({ length: count }, (_, i) => ({
          metric: 'opens',
          key: `k${i}`,
          values: [1, 1, 1, 1, 1, 1],
        })),
        others: { row_count: 30, series: [series('opens', 99)] },
      }),
    );

  it('shows few lines all, and of many the first five', () => {
    expect(shownLines(many(6), new Map()).size).toBe(6);
    expect([...shownLines(many(14), new Map())]).toEqual(['opens:k0', 'opens:k1', 'opens:k2', 'opens:k3', 'opens:k4']);
  });

  it('shows the others only when somebody switched them on', () => {
    expect(shownLines(many(2), new Map([['opens:*others', true]])).has('opens:*others')).toBe(true);
    expect([...shownLines(many(2), new Map([['opens:k0', false]]))]).toEqual(['opens:k1']);
  });
});

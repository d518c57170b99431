import { describe, expect, it } from 'vitest';
import { lineConfiguration } from '#charts/line-configuration.js';
import { trendModel } from '#charts/trend-model.js';
import { trendPlot, type TrendView } from '#charts/trend-plot.js';
import { days, measure, plainInk, plainWriter, previousPeriod, sampleTrend } from './sample-trend.js';

/** chart.js wraps each option in several possible types; the tests know which one is meant. */
type Loose = Record<string, any>; // eslint-disable-line @typescript-eslint/no-explicit-any

const view: TrendView = {
  size: { width: 652, height: 324 },
  shown: new Set(['opens']),
  unit: 'count',
  ink: plainInk,
  writer: plainWriter,
  measure,
  isMirrored: false,
  weekStart: 1,
  endRoom: 0,
};
const configure = (report = sampleTrend(), changes: Partial<TrendView> = {}) => {
  const configuration = lineConfiguration(trendPlot(trendModel(report), { ...view, ...changes }));
  return { ...configuration, datasets: configuration.data.datasets as unknown as Loose[] };
};

describe('lineConfiguration', () => {
  it('gives chart.js points as they are, with gaps where there is no value', () => {
    const { datasets, options } = configure();
    expect(options).toMatchObject({ parsing: false, normalized: true, animation: false, events: [] });
    expect(datasets[0]!['data'].slice(0, 4)).toEqual([
      { x: 0, y: 12_400 },
      { x: 1, y: 0 },
      { x: 2, y: null },
      { x: 3, y: 14_700 },
    ]);
  });

  it('fixes both scales and leaves chart.js no room of its own', () => {
    expect(configure().options).toMatchObject({
      layout: { autoPadding: false, padding: { left: 47, right: 8, top: 12, bottom: 32 } },
      scales: { x: { type: 'linear', min: 0, max: 5, reverse: false }, y: { min: 0, max: 20_000 } },
    });
    expect(configure(sampleTrend(), { isMirrored: true }).options.scales!['x']).toMatchObject({ reverse: true });
  });

  it('dots the way to the running bucket', () => {
    const { borderDash } = configure().datasets[0]!['segment'];
    expect(borderDash({ p0DataIndex: 3, p1DataIndex: 4 })).toBe(undefined);
    expect(borderDash({ p0DataIndex: 4, p1DataIndex: 5 })).toEqual([2, 4]);
  });

  it('draws a dot for a value without neighbours', () => {
    const report = sampleTrend({ series: [{ metric: 'opens', values: [1, null, 3, null, 5, 6] }] });
    expect(configure(report).datasets[0]!['pointRadius']).toEqual([3, 0, 3, 0, 0, 0]);
  });

  it('draws the only point of a range as a dot in the middle', () => {
    const report = sampleTrend({ buckets: days('2026-11-17', 1), series: [{ metric: 'opens', values: [4] }] });
    const { datasets, options } = configure(report);
    expect(datasets[0]!['pointRadius']).toEqual([4]);
    expect(options.scales!['x']).toMatchObject({ min: -0.5, max: 0.5 });
  });

  it('draws the line over what it is compared with', () => {
    const { datasets } = configure(sampleTrend({ comparisons: [previousPeriod] }));
    expect(datasets.map(({ id, order, borderDash }) => [id, order, borderDash])).toEqual([
      ['opens:compared', 2, [4, 4]],
      ['opens', 1, []],
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import { trendModel } from '#charts/trend-model.js';
import { trendPlot, type TrendView } from '#charts/trend-plot.js';
import { days, measure, plainInk, plainWriter, previousPeriod, sampleTrend } from './sample-trend.js';

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
const several = sampleTrend({
  series: [
    { metric: 'opens', key: '2', label: 'Search', values: [9, 9, 9, 9, 9, 5] },
    { metric: 'opens', key: null, values: [7, 7, 7, 7, 7, 3] },
  ],
  others: { row_count: 41, series: [{ metric: 'opens', values: [1, 1, 1, 1, 1, 1] }] },
});

describe('trendPlot', () => {
  it('draws one line in the colour of the brand, over a wash', () => {
    const { strokes, scale } = trendPlot(trendModel(sampleTrend()), view);
    expect(strokes).toEqual([
      {
        id: 'opens',
        colour: plainInk.graph,
        width: 1.75,
        values: [12_400, 0, null, 14_700, 16_216, 7112],
        isWashed: true,
        loose: new Set([5]),
      },
    ]);
    expect(scale.ticks).toEqual([0, 5000, 10_000, 15_000, 20_000]);
  });

  it('draws what it is compared with under it, dashed, and makes room for its values', () => {
    const report = sampleTrend({
      comparisons: [previousPeriod],
      series: [{ metric: 'opens', values: [1, 2, 3, 4, 5, 6] }],
    });
    const { strokes, scale } = trendPlot(trendModel(report), view);
    expect(strokes.map(({ id, dash, colour }) => [id, dash, colour])).toEqual([
      ['opens:compared', [4, 4], plainInk.compare],
      ['opens', undefined, plainInk.graph],
    ]);
    expect(scale.max).toBe(15_000);
  });

  it('gives each of several lines a colour that it keeps when others are hidden', () => {
    const model = trendModel(several);
    const all = trendPlot(model, { ...view, shown: new Set(model.lines.map(({ id }) => id)) });
    expect(all.strokes.map(({ id, colour, isWashed }) => [id, colour, isWashed])).toEqual([
      ['opens:*others', plainInk.other, false],
      ['opens:', plainInk.series[1], false],
      ['opens:2', plainInk.series[0], false],
    ]);
    const one = trendPlot(model, { ...view, shown: new Set(['opens:']) });
    expect(one.strokes.map(({ colour }) => colour)).toEqual([plainInk.series[1]]);
  });

  it('does not draw comparisons of more than three lines', () => {
    const series = ['a', 'b', 'c', 'd'].map((key) => ({ metric: 'opens', key, values: [1, 2, 3, 4, 5, 6] }));
    const model = trendModel(sampleTrend({ series, comparisons: [{ ...previousPeriod, series }] }));
    const drawn = (keys: string[]): number =>
      trendPlot(model, { ...view, shown: new Set(keys.map((key) => `opens:${key}`)) }).strokes.length;
    expect(drawn(['a', 'b', 'c'])).toBe(6);
    expect(drawn(['a', 'b', 'c', 'd'])).toBe(4);
  });

  it('says beside the running point how far it goes, with its value', () => {
    expect(trendPlot(trendModel(sampleTrend()), view).notes).toMatchObject([
      { index: 5, value: 7112, text: 'so far', figure: '7112' },
    ]);
  });

  it('says the value alone where lines leave no room for more', () => {
    const values = [20, 0, 20, 0, 20, 9];
    const model = trendModel(sampleTrend({ series: [{ metric: 'opens', values }] }));
    const wide = (text: string): number => text.length * 30;
    expect(trendPlot(model, { ...view, measure: wide }).notes).toMatchObject([{ text: '', figure: '9' }]);
  });

  it('says it once for several lines, beside the lowest', () => {
    const model = trendModel(several);
    expect(trendPlot(model, { ...view, shown: new Set(['opens:2', 'opens:']) }).notes).toMatchObject([
      { index: 5, value: 3, text: 'so far', figure: '' },
    ]);
  });

  it('marks buckets that the range cuts as loose, without a note', () => {
    const report = sampleTrend({ buckets: days('2026-11-17', 6, { 0: 'clipped' }) });
    const { strokes, notes } = trendPlot(trendModel(report), view);
    expect(strokes[0]!.loose).toEqual(new Set([0]));
    expect(notes).toEqual([]);
  });

  it('puts a band behind the weekend, by day and by the hour only', () => {
    expect(trendPlot(trendModel(sampleTrend()), view).bands).toEqual([{ from: 3.5, to: 5.5 }]);
    const weekly = sampleTrend();
    weekly.meta.granularity = 'week';
    expect(trendPlot(trendModel(weekly), view).bands).toEqual([]);
  });

  it('widens the gutter for long values', () => {
    const long = { ...plainWriter, valueTick: () => '1,000,000.00' };
    expect(trendPlot(trendModel(sampleTrend()), view).box.left).toBe(47);
    expect(trendPlot(trendModel(sampleTrend()), { ...view, writer: long }).box.left).toBe(96);
  });

  it('keeps room for labels at the ends of the lines, on the side where the lines end', () => {
    const model = trendModel(sampleTrend());
    expect(trendPlot(model, { ...view, endRoom: 120 }).box.right).toBe(532);
    expect(trendPlot(model, { ...view, endRoom: 120, isMirrored: true }).box).toMatchObject({ left: 120, right: 605 });
  });

  it('draws no wash down to a line that is not zero', () => {
    const report = sampleTrend({ series: [{ metric: 'exit_rate', values: [0.3, 0.31, 0.3, 0.29, 0.3, 0.3] }] });
    const { strokes } = trendPlot(trendModel(report), { ...view, shown: new Set(['exit_rate']), unit: 'rate' });
    expect(strokes[0]!.isWashed).toBe(false);
  });

  it('draws all zeros as a baseline', () => {
    const report = sampleTrend({ series: [{ metric: 'opens', values: [0, 0, 0, 0, 0, 0] }] });
    expect(trendPlot(trendModel(report), view).scale.ticks).toEqual([0]);
  });
});

import { describe, expect, it } from 'vitest';
import { differencePlot } from '#charts/difference-plot.js';
import { trendModel } from '#charts/trend-model.js';
import { trendPlot, type TrendView } from '#charts/trend-plot.js';
import { measure, plainInk, plainWriter, previousPeriod, sampleTrend } from './sample-trend.js';

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
const model = trendModel(sampleTrend({ comparisons: [previousPeriod] }));
const above = trendPlot(model, { ...view, hasNoTimeAxis: true });

function strip(better: 'up' | 'down' | 'neutral' = 'up', isMirrored = false) {
  const under = isMirrored ? trendPlot(model, { ...view, isMirrored }) : above;
  const size = { width: 652, height: 104 };
  return differencePlot(model, model.lines[0]!, {
    ...view,
    size,
    isMirrored,
    ink: plainInk,
    better,
    above: under,
    caption: 'Difference',
  });
}

describe('differencePlot', () => {
  it('is the value less the one that it is compared with, and nothing where either is missing', () => {
    expect(strip().bars!.values).toEqual([2400, -5, null, null, 1474, -7888]);
  });

  it('colours good and bad by the side that the metric takes, and pales what is not whole', () => {
    const { good, bad, graph } = plainInk;
    expect(strip('up').bars!.colours.filter((_, i) => i < 2)).toEqual([good, bad]);
    expect(strip('down').bars!.colours.filter((_, i) => i < 2)).toEqual([bad, good]);
    expect(strip('neutral').bars!.colours.filter((_, i) => i < 2)).toEqual([graph, graph]);
    expect(strip('up').bars!.colours[5]).toBe('rgba(119, 0, 0, 0.35)');
  });

  it('stands on the time axis of the trend above it, on either side of its own zero line', () => {
    const { box, scale } = strip();
    expect([box.left, box.right]).toEqual([above.box.left, above.box.right]);
    expect(scale.min).toBeLessThanOrEqual(-7888);
    expect(scale.max).toBeGreaterThanOrEqual(2400);
    expect(scale.ticks).toEqual([0]);
    expect(strip('up', true).box).toMatchObject({ left: 8, right: 605, isMirrored: true });
  });
});

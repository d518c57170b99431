import { describe, expect, it } from 'vitest';
import { endLabels, endOf, endRoom } from '#charts/end-labels.js';
import { trendModel } from '#charts/trend-model.js';
import { trendPlot } from '#charts/trend-plot.js';
import { measure, plainInk, plainWriter, sampleTrend } from './sample-trend.js';

const model = trendModel(
  sampleTrend({
    series: [
      { metric: 'opens', key: 'a', label: 'Search', values: [10, 10, 10, 10, 100, 3] },
      { metric: 'opens', key: 'b', label: 'Chat', values: [10, 10, 10, 10, 99, 2] },
      {
        metric: 'opens',
        key: 'c',
        label: 'A source with a name that is far too long to stand here',
        values: [9, 9, 9, 9, null, 1],
      },
    ],
  }),
);
const view = {
  size: { width: 652, height: 324 },
  shown: new Set(model.lines.map(({ id }) => id)),
  unit: 'count' as const,
  ink: plainInk,
  writer: plainWriter,
  measure,
  isMirrored: false,
  weekStart: 1,
  endRoom: 0,
};

describe('endLabels', () => {
  it('names each line with its last whole value, moved apart', () => {
    const labels = endLabels(model, model.lines, trendPlot(model, view), { writer: plainWriter, ink: plainInk });
    expect(labels.map(({ name, value, colour }) => [name.slice(0, 8), value, colour])).toEqual([
      ['Search', '100', plainInk.series[0]],
      ['Chat', '99', plainInk.series[1]],
      ['A source', '9', plainInk.series[2]],
    ]);
    expect(labels[1]!.y - labels[0]!.y).toBe(18);
    expect(labels[0]!.y).toBeGreaterThanOrEqual(12);
  });

  it('shortens a long name in the middle and keeps the whole', () => {
    const [, , long] = endLabels(model, model.lines, trendPlot(model, view), { writer: plainWriter, ink: plainInk });
    expect(long!.shortName).toMatch(/^A source.*…/);
    expect(long!.shortName).toHaveLength(28);
    expect(long!.name).toContain('far too long');
  });

  it('reads a line that only runs at its running value', () => {
    const report = sampleTrend({ series: [{ metric: 'opens', values: [null, null, null, null, null, 7] }] });
    const only = trendModel(report);
    expect(endOf(only, only.lines[0]!)).toBe(5);
  });

  it('asks for room for the longest', () => {
    expect(endRoom(model, model.lines.slice(0, 2), plainWriter, measure)).toBe('Search'.length * 7 + 21 + 36);
    expect(endRoom(model, [], plainWriter, measure)).toBe(36);
  });
});

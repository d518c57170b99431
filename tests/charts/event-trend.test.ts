import { describe, expect, it } from 'vitest';
import { eventGroups } from '#charts/event-groups.js';
import { chosenGroups, EVENT_METRIC, eventSummary, eventTrend, type GroupKey, groupId } from '#charts/event-trend.js';
import { groupedEvent, plainEvent } from './sample-event.js';

const nameOf = (key: GroupKey): string => key.map((part) => part ?? 'Not set').join(' · ');

describe('an analysis as a trend', () => {
  it('is a line for each group, and one of the others', () => {
    const { series, others } = eventTrend(groupedEvent, nameOf);
    expect(series.map(({ key, label, values }) => [key, label, values])).toEqual([
      ['["Zhejiang"]', 'Zhejiang', [3, 4, 1]],
      ['[null]', 'Not set', [2, 0, null]],
    ]);
    expect(others).toEqual({ row_count: 2, series: [{ metric: EVENT_METRIC, values: [5, 5, 5] }] });
  });

  it('is one line without a key where it is not grouped, with the total of its range', () => {
    expect(eventTrend(plainEvent, nameOf).series).toEqual([{ metric: EVENT_METRIC, values: [10, 9, 6] }]);
    expect(eventSummary(plainEvent)?.metrics).toEqual([{ metric: EVENT_METRIC, value: 19, comparisons: [] }]);
    expect(eventSummary(groupedEvent)).toBe(undefined);
  });

  it('tells groups apart by the types of their values', () => {
    expect(new Set([['1'], [1], [null], ['null'], ['a', null]].map(groupId)).size).toBe(5);
  });
});

describe('chosen groups', () => {
  it('stand in the order in which they were chosen, without a row of others', () => {
    const chosen = chosenGroups(groupedEvent, ['[null]', '["Zhejiang"]', '["Hunan"]']);
    expect(chosen.series.map(({ key }) => key)).toEqual([[null], ['Zhejiang']]);
    expect(chosen.totals.map(({ value }) => value)).toEqual([2, 8]);
    expect(chosen.others).toBe(null);
  });

  it('are all of the answer where none is chosen', () => {
    expect(chosenGroups(groupedEvent, undefined)).toBe(groupedEvent);
  });
});

describe('the groups of an analysis', () => {
  it('have bars against the longest of them; the others have none', () => {
    expect(eventGroups(groupedEvent).map(({ value, length, othersOf }) => [value, length, othersOf])).toEqual([
      [8, 1, undefined],
      [2, 0.25, undefined],
      [9, undefined, 2],
    ]);
  });

  it('have no length where nothing is more than nothing', () => {
    const least = { ...plainEvent, totals: [{ key: [], value: -3 }] };
    expect(eventGroups(least).map(({ length }) => length)).toEqual([0]);
  });
});

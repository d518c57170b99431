import { describe, expect, it } from 'vitest';
import { eventCsv, type EventCsvWords } from '#charts/event-csv.js';
import { groupedEvent, plainEvent } from './sample-event.js';

const words: EventCsvWords = {
  fields: ['Province'],
  ...{ start: 'Start', end: 'End', covers: 'Covers', whole: 'Whole range', value: 'Total' },
  stateOf: (state) => state,
  others: (count) => `${count} others`,
  part: (key, index) => String(key[index] ?? 'Not set'),
};

describe('the file of an analysis', () => {
  it('holds each group over the whole range, and in each bucket', () => {
    expect(eventCsv(groupedEvent, words).slice(0, 6)).toEqual([
      ['Province', 'Start', 'End', 'Covers', 'Total'],
      ['Zhejiang', '2026-11-20', '2026-11-22', 'Whole range', 8],
      ['Zhejiang', '2026-11-20', '2026-11-20', 'complete', 3],
      ['Zhejiang', '2026-11-21', '2026-11-21', 'complete', 4],
      ['Zhejiang', '2026-11-22', '2026-11-22', 'running', 1],
      ['Not set', '2026-11-20', '2026-11-22', 'Whole range', 2],
    ]);
  });

  it('ends with the others', () => {
    const rows = eventCsv(groupedEvent, words);
    expect(rows.at(-4)).toEqual(['2 others', '2026-11-20', '2026-11-22', 'Whole range', 9]);
    expect(rows.at(-1)).toEqual(['2 others', '2026-11-22', '2026-11-22', 'running', 5]);
  });

  it('says a range that is one bucket once', () => {
    const one = { ...plainEvent, buckets: [{ start: '2026-11-20', end: '2026-11-22', state: 'running' as const }] };
    expect(eventCsv(one, { ...words, fields: [] })).toEqual([
      ['Start', 'End', 'Covers', 'Total'],
      ['2026-11-20', '2026-11-22', 'Whole range', 19],
    ]);
  });
});

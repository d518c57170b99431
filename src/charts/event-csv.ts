import type { EventReport } from '#contract/api.js';
import type { CsvCell } from '#format/csv.js';
import type { GroupKey } from './event-trend.js';

/** Heads and words of a downloaded analysis, in the reader's language. */
export interface EventCsvWords {
  /** Heads of the fields that it is grouped by. */
  readonly fields: readonly string[];
  readonly start: string;
  readonly end: string;
  /** What a row covers: the whole range, or one bucket and why it is not whole. */
  readonly covers: string;
  readonly whole: string;
  readonly stateOf: (state: string) => string;
  readonly value: string;
  readonly others: (count: number) => string;
  /** One value of a group's key, in the reader's words. */
  readonly part: (key: GroupKey, index: number) => string;
}

/**
 * An analysis as rows of unrounded values: each group over the whole range, then in each bucket. The whole range has rows
 * of its own, as users, averages and extremes of buckets do not add up to it.
 */
export function eventCsv({ meta, buckets, series, totals, others }: EventReport, words: EventCsvWords): CsvCell[][] {
  const head = [...words.fields, words.start, words.end, words.covers, words.value];
  const range = meta.range ?? { start: '', end: '' };
  const rowsOf = (names: readonly string[], total: number | null, values: readonly (number | null)[]): CsvCell[][] => [
    [...names, range.start, range.end, words.whole, total],
    ...(buckets.length > 1
      ? buckets.map(({ start, end, state }, index): CsvCell[] => [
          ...[...names, start, end, words.stateOf(state)],
          values[index] ?? null,
        ])
      : []),
  ];
  const othersNames = others ? words.fields.map((_, index) => (index === 0 ? words.others(others.row_count) : '')) : [];
  return [
    head,
    ...series.flatMap(({ key, values }, index) =>
      rowsOf(
        key.map((_, at) => words.part(key, at)),
        totals[index]?.value ?? null,
        values,
      ),
    ),
    ...(others ? rowsOf(othersNames, others.value, others.values) : []),
  ];
}

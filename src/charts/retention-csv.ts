import type { CsvCell } from '#format/csv.js';
import type { RetentionModel } from './retention.js';

/** Heads of the columns of a downloaded retention grid, in the reader's language. */
export interface RetentionCsvWords {
  readonly start: string;
  readonly end: string;
  readonly users: string;
  /** Who came back in the N-th period: a count. */
  readonly returned: (offset: number) => string;
  /** The same as a share of the cohort. */
  readonly rate: (offset: number) => string;
  readonly average: string;
}

/** Every cohort with counts and unrounded shares (fractions), then the weighted average. What is not reached is empty. */
export function retentionCsv({ rows, offsets, averages }: RetentionModel, words: RetentionCsvWords): CsvCell[][] {
  return [
    [words.start, words.end, words.users, ...offsets.flatMap((offset) => [words.returned(offset), words.rate(offset)])],
    ...rows.map(({ range, size, cells }) => [
      range.start,
      range.end,
      size,
      ...cells.flatMap(({ returned, rate }) => [returned, rate]),
    ]),
    [words.average, null, null, ...averages.flatMap(({ rate }) => [null, rate])],
  ];
}

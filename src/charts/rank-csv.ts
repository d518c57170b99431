import type { CsvCell } from '#format/csv.js';
import type { RankRow } from './rank.js';

/** Heads and names of a downloaded rank, in the reader's language. */
export interface RankCsvWords {
  /** What the rows are: “Source”. */
  readonly name: string;
  readonly key: string;
  readonly app: string;
  readonly nameOf: (row: RankRow) => string;
  readonly value: (metric: string) => string;
  readonly share: (metric: string) => string;
  readonly before: (metric: string) => string;
  readonly change: (metric: string) => string;
  /** A value in the unit that its head names: money in major units. */
  readonly amount: (metric: string, value: number | null) => number | null;
}

/**
 * A rank as rows of unrounded values, shares and changes as fractions. The key stands beside the name where they are not
 * the same: two sources may have one name.
 */
export function rankCsv(rows: readonly RankRow[], metrics: readonly string[], words: RankCsvWords): CsvCell[][] {
  const hasKeys = rows.some((row) => row.key !== null && row.key !== words.nameOf(row));
  const hasApps = rows.some(({ app }) => app !== undefined);
  const isCompared = rows.some(({ before }) => before !== undefined);
  const hasShare = (metric: string): boolean => rows.some(({ shares }) => metric in shares);
  const head = metrics.flatMap((metric) => [
    words.value(metric),
    ...(hasShare(metric) ? [words.share(metric)] : []),
    ...(isCompared ? [words.before(metric), words.change(metric)] : []),
  ]);
  return [
    [words.name, ...(hasKeys ? [words.key] : []), ...(hasApps ? [words.app] : []), ...head],
    ...rows.map((row): CsvCell[] => [
      words.nameOf(row),
      ...(hasKeys ? [row.key] : []),
      ...(hasApps ? [row.app ?? null] : []),
      ...metrics.flatMap((metric) => [
        words.amount(metric, row.values[metric] ?? null),
        ...(hasShare(metric) ? [row.shares[metric] ?? null] : []),
        ...(isCompared ? changed(row, metric, words) : []),
      ]),
    ]),
  ];
}

function changed({ before }: RankRow, metric: string, { amount }: RankCsvWords): CsvCell[] {
  return [amount(metric, before?.values[metric] ?? null), before?.growth[metric] ?? null];
}

import type { ComparisonKind, Range } from '#contract/api.js';
import type { CsvCell } from '#format/csv.js';
import type { OverviewRow } from './overview.js';

/** Heads and names of a downloaded overview, in the reader's language. */
export interface OverviewCsvWords {
  readonly metric: string;
  readonly value: string;
  readonly start: string;
  readonly end: string;
  readonly low: string;
  readonly high: string;
  readonly name: (metric: string) => string;
  readonly before: (kind: ComparisonKind) => string;
  readonly growth: (kind: ComparisonKind) => string;
}

/** Every metric with what it is compared with, all unrounded: rates and growth as fractions, durations in seconds. */
export function overviewCsv(
  rows: readonly OverviewRow[],
  range: Range | undefined,
  kinds: readonly ComparisonKind[],
  words: OverviewCsvWords,
): CsvCell[][] {
  const { metric, start, end, value, low, high, before, growth } = words;
  return [
    [metric, start, end, value, ...kinds.flatMap((kind) => [start, end, before(kind), growth(kind)]), low, high],
    ...rows.map(({ metric: { metric: id, value: number, comparisons }, lowHigh }) => [
      words.name(id),
      range?.start ?? null,
      range?.end ?? null,
      number,
      ...kinds.flatMap((kind) => {
        const found = comparisons.find((one) => one.kind === kind);
        const { previous } = found ?? {};
        return [
          previous?.range.start ?? null,
          previous?.range.end ?? null,
          previous?.value ?? null,
          found?.growth ?? null,
        ];
      }),
      lowHigh?.low ?? null,
      lowHigh?.high ?? null,
    ]),
  ];
}

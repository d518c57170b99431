import type { Profile } from '#contract/api.js';
import { growth } from '#contract/growth.js';
import type { CsvCell } from '#format/csv.js';
import type { TrendModel } from './trend-model.js';
import { isComparable } from './trend-point.js';

/** Heads of the columns of a downloaded trend, in the reader's language. */
export interface TrendCsvWords {
  readonly start: string;
  readonly end: string;
  readonly state: string;
  /** Name of a line with its unit: “Avg. stay per open (s)”. */
  readonly name: (lineId: string) => string;
  readonly comparedStart: string;
  readonly comparedEnd: string;
  readonly compared: (lineId: string) => string;
  readonly growth: (lineId: string) => string;
  /** A value in the unit that its head names: money in major units. */
  readonly amount: (metric: string, value: number | null) => number | null;
}

/** Every line of a trend, hidden or not, as rows of unrounded values: rates as fractions, growth likewise. */
export function trendCsv(
  model: TrendModel,
  words: TrendCsvWords,
  zeroPrevious: Profile['growth']['zero_previous'],
): CsvCell[][] {
  const { buckets, lines, base } = model;
  const compared = base ? lines.filter((line) => line.compared) : [];
  const head = [
    words.start,
    words.end,
    words.state,
    ...lines.map(({ id }) => words.name(id)),
    ...(base ? [words.comparedStart, words.comparedEnd] : []),
    ...compared.flatMap(({ id }) => [words.compared(id), words.growth(id)]),
  ];
  const rows = buckets.map(({ start, end, state }, index) => {
    const before = base?.buckets[index];
    return [
      start,
      end,
      state,
      ...lines.map(({ metric, values }) => words.amount(metric, values[index] ?? null)),
      ...(base ? [before?.start ?? null, before?.end ?? null] : []),
      ...compared.flatMap((line) => {
        const [value, previous] = [line.values[index] ?? null, line.compared?.[index] ?? null];
        return [
          words.amount(line.metric, previous),
          isComparable(model, index) ? growth(value, previous, zeroPrevious) : null,
        ];
      }),
    ];
  });
  return [head, ...rows];
}

import type { Bucket, Range, Series, TrendReport } from '#contract/api.js';
import { wallTime, type WallTime } from './calendar.js';

/** One line of a trend: a metric, or a metric for one value of the dimension it is broken down by. */
export interface TrendLine {
  /** Stays the same when the report is asked again, so hidden lines stay hidden. */
  readonly id: string;
  readonly metric: string;
  /** Value of the dimension; `null` is "not set", absent without a breakdown. */
  readonly key?: string | null;
  readonly label?: string;
  /** How many values the exact row of others stands for; absent on all other lines. */
  readonly othersOf?: number;
  readonly values: readonly (number | null)[];
  /** The same buckets of the period it is compared with, by index; absent without a comparison. */
  readonly compared?: readonly (number | null)[];
}

/** The period that a trend is compared with. */
export interface TrendBase {
  readonly kind: string;
  readonly range: Range;
  readonly buckets: readonly Bucket[];
}

/** A trend report, shaped for drawing, reading and listing. All views of a chart are made from this one. */
export interface TrendModel {
  readonly report: TrendReport;
  readonly buckets: readonly Bucket[];
  /** When each bucket starts, in the report's zone. */
  readonly times: readonly WallTime[];
  readonly lines: readonly TrendLine[];
  readonly base?: TrendBase;
  /** Whether the lines are the values of a dimension. */
  readonly isBroken: boolean;
}

/** Shapes a trend report. Only its first comparison is drawn: two dashed lines of one hue cannot be told apart. */
export function trendModel(report: TrendReport): TrendModel {
  const [base] = report.comparisons;
  const lines = report.series.map((series, index) => trendLine(series, base?.series[index]));
  for (const series of report.others?.series ?? []) lines.push(othersLine(series, report.others!.row_count));
  return {
    report,
    buckets: report.buckets,
    times: report.buckets.map(({ start }) => wallTime(start, report.meta.timezone)),
    lines,
    isBroken: report.series.some(({ key }) => key !== undefined),
    ...(base && { base: { kind: base.kind, range: base.range, buckets: base.buckets } }),
  };
}

/** Buckets that hold data but not all of their time: the running one, and those that the range cuts. */
export function looseBuckets(buckets: readonly Bucket[]): Set<number> {
  const loose = new Set<number>();
  buckets.forEach(({ state }, index) => {
    if (state === 'running' || state === 'clipped') loose.add(index);
  });
  return loose;
}

function trendLine({ metric, key, label, values }: Series, compared: Series | undefined): TrendLine {
  return {
    id: key === undefined ? metric : `${metric}:${key ?? ''}`,
    metric,
    values,
    ...(key !== undefined && { key }),
    ...(label !== undefined && { label }),
    ...(compared && { compared: compared.values }),
  };
}

function othersLine({ metric, values }: Series, othersOf: number): TrendLine {
  return { id: `${metric}:*others`, metric, values, othersOf };
}

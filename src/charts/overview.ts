import type { SummaryMetric, SummaryReport, TrendReport } from '#contract/api.js';

/** Where a value lies between the lowest and the highest day of its history. */
export interface LowHigh {
  readonly low: number;
  readonly high: number;
  /** 0 at the lowest, 1 at the highest; half-way where all days are one. A value beyond them is held to their ends. */
  readonly at: number;
}

/** A metric with its history. */
export interface OverviewRow {
  readonly metric: SummaryMetric;
  /** Nothing without a value, or without a history of whole days. */
  readonly lowHigh: LowHigh | undefined;
}

/** The rows of an overview, in the order of a host's choice; metrics that the answer lacks are left out. */
export function overviewRows(
  summary: SummaryReport,
  history: TrendReport | undefined,
  metrics?: readonly string[],
): OverviewRow[] {
  const wanted = metrics ?? summary.metrics.map(({ metric }) => metric);
  return wanted.flatMap((id) => {
    const metric = summary.metrics.find((one) => one.metric === id);
    return metric ? [{ metric, lowHigh: history && lowHigh(history, id, metric.value) }] : [];
  });
}

/** Days that are not whole (still running, cut by the range) say nothing of lows. */
function lowHigh({ series, buckets }: TrendReport, metric: string, value: number | null): LowHigh | undefined {
  const values = series.find((one) => one.metric === metric)?.values ?? [];
  const known = values.filter((one, index): one is number => one !== null && buckets[index]?.state === 'complete');
  if (value === null || known.length === 0) return undefined;
  const [low, high] = [Math.min(...known), Math.max(...known)];
  return { low, high, at: low === high ? 0.5 : Math.min(1, Math.max(0, (value - low) / (high - low))) };
}

import type { EventReport, SummaryReport, TrendReport } from '#contract/api.js';

/** The metric of every line of an event's trend. */
export const EVENT_METRIC = 'event_measure';

/** The values of the fields that an answer is grouped by; empty where it is not. */
export type GroupKey = EventReport['series'][number]['key'];

/** A group's key as one text, which tells it from all others of the answer. */
export function groupId(key: GroupKey): string {
  return JSON.stringify(key);
}

/** An analysis in the shape of a trend, so that it is drawn, read and listed as trends are: a line for each group. */
export function eventTrend(
  { meta, buckets, series, others }: EventReport,
  nameOf: (key: GroupKey) => string,
): TrendReport {
  return {
    ...{ meta, buckets, comparisons: [] },
    series: series.map(({ key, values }) => ({
      metric: EVENT_METRIC,
      ...(key.length > 0 && { key: groupId(key), label: nameOf(key) }),
      values,
    })),
    others: others && { row_count: others.row_count, series: [{ metric: EVENT_METRIC, values: others.values }] },
  };
}

/** The total of an analysis that is not grouped, beside its trend. */
export function eventSummary({ meta, totals }: EventReport): SummaryReport | undefined {
  const only = totals[0];
  if (!only || only.key.length > 0) return undefined;
  return { meta, metrics: [{ metric: EVENT_METRIC, value: only.value, comparisons: [] }] };
}

/** The chosen groups alone, in the order in which they were chosen; there is no row of others then. */
export function chosenGroups(report: EventReport, ids: readonly string[] | undefined): EventReport {
  if (!ids) return report;
  const pick = <Row extends { readonly key: GroupKey }>(rows: readonly Row[]): Row[] =>
    ids.flatMap((id) => rows.find(({ key }) => groupId(key) === id) ?? []);
  return { ...report, series: pick(report.series), totals: pick(report.totals), others: null };
}

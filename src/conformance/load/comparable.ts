import type {
  BreakdownReport,
  EventReport,
  FunnelReport,
  ReportName,
  ReportShapes,
  ValuesReport,
} from '#contract/api.js';

type Report = ReportShapes[ReportName]['report'];

/** An answer without its meta, and with whatever the contract leaves unordered in one order. */
export function comparable(name: ReportName, report: Report): unknown {
  const { meta: _, ...rest } = report;
  // A cursor is the back end's own; whether there is one is not.
  if (name === 'breakdown') return { ...rest, next_cursor: (report as BreakdownReport).next_cursor === null };
  if (name === 'funnel') {
    const { groups } = report as FunnelReport;
    return { ...rest, groups: byKey(groups) };
  }
  if (name === 'event') {
    const { series, totals } = report as EventReport;
    return { ...rest, series: byKey(series), totals: byKey(totals) };
  }
  return rest;
}

/** Values of a field that are as frequent as each other come in any order. */
export function comparableValues({ values }: ValuesReport): unknown {
  const rows = values.map(({ value, count }) => ({ value, count }));
  return rows.sort((a, b) => b.count - a.count || (String(a.value) < String(b.value) ? -1 : 1));
}

function byKey<Row extends { key: readonly unknown[] }>(rows: readonly Row[]): Row[] {
  const name = ({ key }: Row): string => JSON.stringify(key);
  return [...rows].sort((a, b) => (name(a) < name(b) ? -1 : 1));
}

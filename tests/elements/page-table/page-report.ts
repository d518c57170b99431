import type { BreakdownReport, Meta, Values } from '#contract/api.js';

/** What is said about a report of pages. */
export const pageMeta: Meta = {
  scope: 'apps/lantern-tea',
  range: { start: '2026-10-24', end: '2026-11-22' },
  timezone: 'Asia/Shanghai',
  filters: [],
  environment: 'production',
  profile: 'standard',
  data_as_of: '2026-11-22T05:30:00.000Z',
  next_refresh_at: '2026-11-22T06:00:00.000Z',
  freshness: { kind: 'interval', minutes: 30 },
  approximate: false,
  currency: null,
};

/** A report of these pages, whole unless changed; totals and shares follow from the visits. */
export function pageReport(
  pages: readonly (readonly [string | null, Values])[],
  changes: Partial<BreakdownReport> = {},
): BreakdownReport {
  const all = pages.reduce((sum, [, values]) => sum + (values['page_visits'] ?? 0), 0);
  return {
    meta: pageMeta,
    rows: pages.map(([key, values]) => ({
      key,
      label: key,
      values,
      shares: { page_visits: (values['page_visits'] ?? 0) / all },
    })),
    others: null,
    totals: { values: { page_visits: all } },
    row_count: pages.length,
    next_cursor: null,
    ...changes,
  };
}

import type { Cohort, Meta, RetentionReport } from '#contract/api.js';

/** A retention report by week: four cohorts, the last still running at half past one on Sunday, 22 November. */
export function retentionOf(
  changes: Partial<Omit<RetentionReport, 'meta'>> = {},
  meta: Partial<Meta> = {},
): RetentionReport {
  return {
    meta: {
      scope: 'apps/lantern-tea',
      range: { start: '2026-10-26', end: '2026-11-21' },
      timezone: 'Asia/Shanghai',
      filters: [],
      environment: 'production',
      profile: 'standard',
      data_as_of: '2026-11-22T05:30:00.000Z',
      next_refresh_at: '2026-11-22T06:00:00.000Z',
      freshness: { kind: 'interval', minutes: 30 },
      approximate: false,
      currency: null,
      granularity: 'week',
      ...meta,
    },
    cohort: 'new_users',
    offsets: [1, 2, 3],
    cohorts: weekly,
    average: [0.25, 0.15, null],
    ...changes,
  };
}

const weekly: Cohort[] = [
  { start: '2026-10-26', size: 1000, retained: [300, 200, null] },
  { start: '2026-11-02', size: 1000, retained: [200, 100, null] },
  { start: '2026-11-09', size: 2000, retained: [500, null, null] },
  { start: '2026-11-16', size: 1500, retained: [null, null, null] },
];

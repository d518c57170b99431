import type { DaysQuery, ReportName } from '#contract/api.js';
import { reportNames } from '#contract/vocabulary.js';
import type { Ask, ReportSource } from '#contract/report-source.js';
import type { Engine } from '#engine/index.js';
import { sourceWith, type Mutant } from './mutant.js';

/** Cuts days in UTC, whatever zone is asked; hours and instants are right. */
export const utcDays: Mutant = {
  wrong: 'days in UTC instead of the zone of the report',
  rules: ['time.local-day'],
  source: (right) => {
    const reports = Object.fromEntries(reportNames.map((name) => [name, inUtc(right, name)])) as Partial<ReportSource>;
    return sourceWith(right, {
      ...reports,
      days: async (scope, query: DaysQuery) => ({
        ...(await right.days(scope, { ...query, timezone: 'UTC' })),
        timezone: query.timezone ?? 'UTC',
      }),
    });
  },
};

interface AnyQuery {
  readonly timezone?: string;
  readonly start?: string;
  readonly granularity?: string;
}

function inUtc(right: Engine, name: ReportName): Ask<'summary'> {
  const ask = right[name] as unknown as Ask<'summary'>;
  return async (scope, query, context) => {
    const { timezone, start, granularity } = query as AnyQuery;
    if (start?.includes('T') || granularity === 'hour') return ask(scope, query, context);
    const report = await ask(scope, { ...query, timezone: 'UTC' }, context);
    return { ...report, meta: { ...report.meta, timezone: timezone ?? 'UTC' } };
  };
}

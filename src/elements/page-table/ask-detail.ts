import type { BreakdownReport, Catalog, Filter, RangeQuery, ReportName, TrendReport } from '#contract/api.js';
import type { Scope } from '#contract/report-source.js';
import type { Client } from '#client/client.js';
import type { AskOptions } from '#client/session.js';
import type { PageQuestion } from './page-question.js';

/** A page of a table: its path, and its app where the table is about several. */
export interface Page {
  readonly key: string | null;
  readonly app?: string | undefined;
}

/** What is asked about one page. */
export interface DetailQuestion {
  readonly scope: Scope;
  readonly query: RangeQuery;
}

/** What is known of one page: its days, and where its visits came from. */
export interface DetailAnswer {
  readonly trend: TrendReport;
  readonly sources: BreakdownReport;
}

/** Sources that are named; the rest is one row. */
export const mostSources = 5;

const drawn = ['page_visits', 'exits'];
const told = [...drawn, 'exit_rate'];

/** The question of a table, about one of its pages. */
export function detailQuestion({ key, app }: Page, { scope, query }: PageQuestion): DetailQuestion {
  const { start, end, range, timezone, profile, environment, app_type, filters = [] } = query;
  const field = query.dimension;
  const isIt: Filter = key === null ? { field, operator: 'not_set' } : { field, operator: 'eq', values: [key] };
  const asked = { start, end, range, timezone, profile, environment, app_type: app ? undefined : app_type };
  const set = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined));
  return { scope: app ? `apps/${app}` : scope, query: { ...set, filters: [...filters, isIt] } };
}

/** Asks for both at once, without the metrics that this back end does not answer. */
export async function askDetail(
  client: Client,
  { scope, query }: DetailQuestion,
  catalog: Catalog,
  options: AskOptions,
): Promise<DetailAnswer> {
  const [trend, sources] = await Promise.all([
    client.trend(scope, { ...query, metrics: answered(drawn, 'trend', catalog) }, options),
    client.breakdown(
      scope,
      {
        ...query,
        dimension: 'source',
        metrics: answered(told, 'breakdown', catalog),
        order: '-page_visits',
        limit: mostSources,
      },
      options,
    ),
  ]);
  return { trend, sources };
}

function answered(wanted: readonly string[], report: ReportName, { metrics }: Catalog): string[] {
  const [first = '', ...others] = wanted;
  return [first, ...others.filter((id) => metrics.some((one) => one.id === id && one.reports.includes(report)))];
}

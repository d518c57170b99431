import type { App, Catalog, DaysReport, ReportName, ValuesReport } from '#contract/api.js';
import type { Ask, ReportSource, Scope } from '#contract/report-source.js';
import { pathOf, type Asker } from './asker.js';

/** A back end that is asked over HTTP, as a `ReportSource`. */
export function remoteSource(asker: Asker, catalog: Catalog, apps: readonly App[]): ReportSource {
  const ask =
    <Name extends ReportName>(name: Name): Ask<Name> =>
    (scope, query) =>
      asker.report(name, scope, query);
  const answered = <Name extends ReportName>(name: Name) =>
    catalog.reports.includes(name) ? { [name]: ask(name) } : {};
  const seen = (scope: Scope, name: string, query: Plain) =>
    asker.json(`${pathOf(scope)}/${name}${queryString(query)}`);
  return {
    // Only the handler reads a source's clock, and there is none here.
    clock: { now: () => NaN },
    catalog: () => Promise.resolve(catalog),
    apps: () => Promise.resolve(apps),
    summary: ask('summary'),
    trend: ask('trend'),
    breakdown: ask('breakdown'),
    ...answered('distribution'),
    ...answered('retention'),
    ...answered('funnel'),
    ...answered('funnel_next'),
    ...answered('event'),
    values: async (scope, query) => (await seen(scope, 'values', query)) as ValuesReport,
    days: async (scope, query) => (await seen(scope, 'days', query)) as DaysReport,
  };
}

/** Members of a question that a query string can hold. */
type Plain = Readonly<Record<string, string | number | readonly string[] | undefined>>;

/** A question as a query string; lists are comma-separated, what is missing is left out. */
export function queryString(query: Plain): string {
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${encodeURIComponent(typeof value === 'object' ? value.join(',') : value)}`],
  );
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`;
}

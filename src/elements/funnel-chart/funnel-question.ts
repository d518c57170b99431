import type { FunnelQuery, FunnelReport, Meta, RangeQuery } from '#contract/api.js';
import type { Scope } from '#contract/report-source.js';
import type { Client } from '#client/client.js';
import type { RequestError } from '#client/request-error.js';
import type { AskOptions } from '#client/session.js';
import { rangeQuery, scopeOf } from '../base/question.js';
import type { ScopeSettings } from '../base/scope-settings.js';
import type { Funnel } from './funnel-of.js';
import type { Compared } from './previous-range.js';

/** What a funnel chart asks, as plain data. */
export interface FunnelQuestion {
  readonly scope: Scope;
  readonly range: RangeQuery;
  /** The funnel, or the app and id of a saved one. */
  readonly funnel: Funnel | { readonly app: string; readonly id: string };
  readonly compared?: Compared;
}

/** How users get through a funnel, which, and how they did before. */
export interface FunnelAnswer {
  readonly report: FunnelReport;
  /** Nothing where a report was given as data alone. */
  readonly funnel?: Funnel | undefined;
  readonly before?: FunnelReport | undefined;
  /** What it should be compared with could not be had. */
  readonly isBeforeLost?: boolean;
}

/** The question of a chart: its own funnel, else the saved one that is named. Nothing where one is missing. */
export function funnelQuestion(
  settings: ScopeSettings,
  funnel: Funnel | undefined,
  id: string | undefined,
): FunnelQuestion | 'app' | 'metric' {
  const scope = scopeOf(settings);
  if (!scope) return 'app';
  const { app, superapp } = settings;
  const meant = id ? (app && !superapp ? { app, id } : undefined) : funnel;
  if (!meant) return 'metric';
  const compared = comparedOf(settings);
  return { scope, range: rangeQuery(settings), funnel: meant, ...(compared && { compared }) };
}

/** Asks for the funnel where only its id is known, how users get through it, and how they did before. */
export async function askFunnel(
  client: Client,
  { scope, range, funnel: meant, compared }: FunnelQuestion,
  options: AskOptions,
): Promise<FunnelAnswer> {
  const funnel = 'id' in meant ? await savedFunnel(client, meant, options) : meant;
  const query = funnelQuery(range, funnel);
  const report = await client.funnel(scope, query, options);
  if (!compared) return { report, funnel };
  const ask = (of: RangeQuery) => client.funnel(scope, funnelQuery(of, funnel), options);
  return { report, funnel, ...(await askBefore(report.meta, range, compared, ask)) };
}

/** A funnel as the question of a range. */
export function funnelQuery(
  range: RangeQuery,
  { steps, window_seconds: window, group_by: groupBy }: Funnel,
): FunnelQuery {
  return {
    ...range,
    steps: steps.map(({ event, filters }) => ({ event, ...(filters?.length && { filters }) })),
    ...(window && { window_seconds: window }),
    ...(groupBy?.length && { group_by: [...groupBy] }),
  };
}

/** A figure of today is worth showing also where the one that it is compared with cannot be had. */
async function askBefore(
  meta: Meta,
  { range: _named, start: _start, end: _end, ...rest }: RangeQuery,
  compared: Compared,
  ask: (range: RangeQuery) => Promise<FunnelReport>,
): Promise<Pick<FunnelAnswer, 'before' | 'isBeforeLost'>> {
  try {
    const { previousRange } = await import('./previous-range.js');
    const earlier = previousRange(meta, compared);
    return earlier ? { before: await ask({ ...rest, ...earlier }) } : {};
  } catch (error) {
    if ((error as Partial<RequestError>).kind === 'aborted') throw error;
    return { isBeforeLost: true };
  }
}

async function savedFunnel(
  client: Client,
  { app, id }: { readonly app: string; readonly id: string },
  { signal }: AskOptions,
): Promise<Funnel> {
  const { createDefinitionsClient } = await import('#client/definitions.js');
  return (await createDefinitionsClient(client).funnels.get(app, id, { signal })).body;
}

/** One range is enough to compare with: the first that is named. */
function comparedOf({ compare, compareStart: start, compareEnd: end }: ScopeSettings): Compared | undefined {
  if (start && end) return { start, end };
  const kind = compare?.[0];
  return kind && { kind };
}

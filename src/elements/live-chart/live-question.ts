import type { BreakdownQuery, BreakdownReport, Filter, Granularity, Range, RangeQuery } from '#contract/api.js';
import type { Client } from '#client/client.js';
import type { AskOptions } from '#client/session.js';
import type { RequestError } from '#client/request-error.js';
import { compareQuery, rangeQuery, scopeOf } from '../base/question.js';
import type { ScopeSettings } from '../base/scope-settings.js';
import { instant } from './live-window.js';
import { askTrend, type TrendAnswer, type TrendQuestion } from '../trend-chart/trend-question.js';

/** Metrics of the chart; with a filter on the page they are those of the page. */
export const liveMetrics = ['visits', 'active_users'];
/** Metrics of the list of pages. */
export const pageMetrics = ['page_visits', 'page_visitors'];

/** A live trend with its totals, and the pages behind it. */
export interface LiveQuestion extends TrendQuestion {
  /** Absent where the list is left out. */
  readonly pages?: BreakdownQuery;
  /** The page that the curve is of; all where there is none. */
  readonly page?: string;
}

/** What a live chart shows. */
export interface LiveAnswer extends TrendAnswer {
  /** Absent where it was not asked for, or could not be had. */
  readonly pages?: BreakdownReport | undefined;
}

/** What a live chart's own attributes add to the settings in force. */
export interface LiveChoices {
  readonly range: Range;
  readonly granularity: Granularity;
  readonly page: string | undefined;
  /** How many pages are listed. */
  readonly limit: number;
}

/** Puts settings and choices into a question: one range of instants for curve, totals and pages. */
export function liveQuestion(settings: ScopeSettings, choices: LiveChoices): LiveQuestion | 'app' {
  const scope = scopeOf(settings);
  if (!scope) return 'app';
  const { range, granularity, page, limit } = choices;
  const { compareStart } = settings;
  const compared = compareStart ? { ...settings, compareEnd: asLong(compareStart, range) } : settings;
  const base = rangeQuery({ ...settings, ...range, range: undefined });
  const common = { ...ofPage(base, page), metrics: liveMetrics, ...compareQuery(compared, 1) };
  return {
    scope,
    trend: { ...common, granularity },
    summary: common,
    ...(page !== undefined && { page }),
    ...(limit > 0 && { pages: { ...base, dimension: 'page_path', metrics: pageMetrics, limit } }),
  };
}

/** Asks for all of it at once. A chart without its list is worth more than none. */
export async function askLive(client: Client, question: LiveQuestion, options: AskOptions): Promise<LiveAnswer> {
  const { scope, pages } = question;
  const [answer, list] = await Promise.all([
    askTrend(client, question, options),
    pages && client.breakdown(scope, pages, options).catch(unlessAborted),
  ]);
  return { ...answer, pages: list };
}

/** The question of one page. */
export function ofPage(query: RangeQuery, page: string | undefined): RangeQuery {
  if (page === undefined) return query;
  const filter: Filter = { field: 'page_path', operator: 'eq', values: [page] };
  return { ...query, filters: [...(query.filters ?? []), filter] };
}

/** The end of a period that begins there and is as long as the range. */
function asLong(start: string, range: Range): string {
  return instant(Date.parse(start) + Date.parse(range.end) - Date.parse(range.start));
}

function unlessAborted(error: unknown): undefined {
  if ((error as Partial<RequestError>).kind === 'aborted') throw error;
  return undefined;
}

import type { SummaryQuery, SummaryReport, TrendQuery, TrendReport } from '#contract/api.js';
import type { Scope } from '#contract/report-source.js';
import type { Client } from '#client/client.js';
import type { AskOptions } from '#client/session.js';
import type { RequestError } from '#client/request-error.js';
import { compareQuery, rangeQuery, scopeOf } from '../base/question.js';
import type { ScopeSettings } from '../base/scope-settings.js';

/** What a trend chart asks: the trend, and the totals of its range, which buckets do not add up to. */
export interface TrendQuestion {
  readonly scope: Scope;
  readonly trend: TrendQuery;
  /** Absent with a breakdown: its lines have no totals of their own in a summary. */
  readonly summary?: SummaryQuery;
}

/** A trend, and beside it the totals of its range where they are known. */
export interface TrendAnswer {
  readonly trend: TrendReport;
  readonly summary: SummaryReport | undefined;
}

/** What a chart's own attributes add to the settings in force. */
export interface TrendChoices {
  readonly metrics: readonly string[];
  readonly breakdownBy: string | undefined;
  readonly limit: number;
}

/** Puts settings and choices into a question. Only the first comparison is asked for: one is drawn. */
export function trendQuestion(settings: ScopeSettings, choices: TrendChoices): TrendQuestion | 'app' | 'metric' {
  const scope = scopeOf(settings);
  const { metrics, breakdownBy, limit } = choices;
  const { granularity } = settings;
  if (!scope) return 'app';
  if (metrics.length === 0) return 'metric';
  const common = { ...rangeQuery(settings), metrics: [...metrics], ...compareQuery(settings, 1) };
  const trend: TrendQuery = {
    ...common,
    ...(granularity && { granularity }),
    ...(breakdownBy && { breakdown_by: breakdownBy, limit }),
  };
  return { scope, trend, ...(!breakdownBy && { summary: common }) };
}

/** Asks for both at once, which is one request. A chart without totals is worth more than none. */
export async function askTrend(client: Client, question: TrendQuestion, options: AskOptions): Promise<TrendAnswer> {
  const { scope, trend, summary } = question;
  const [report, totals] = await Promise.all([
    client.trend(scope, trend, options),
    summary && client.summary(scope, summary, options).catch(unlessAborted),
  ]);
  return { trend: report, summary: totals };
}

function unlessAborted(error: unknown): undefined {
  if ((error as Partial<RequestError>).kind === 'aborted') throw error;
  return undefined;
}

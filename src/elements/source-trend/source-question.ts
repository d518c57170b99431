import type { BreakdownReport, Filter } from '#contract/api.js';
import type { Client } from '#client/client.js';
import type { AskOptions } from '#client/session.js';
import { inChosenOrder } from '#charts/chosen-order.js';
import { rangeQuery } from '../base/question.js';
import type { ScopeSettings } from '../base/scope-settings.js';
import { askTrend, type TrendAnswer, type TrendQuestion, trendQuestion } from '../trend-chart/trend-question.js';

/** So many lines are told apart at most. */
export const MOST_SOURCES = 12;
/** The dictionary has fewer, and what it does not name is rare. */
const ALL_SOURCES = 200;

/** A trend of sources, and which of them were chosen. */
export interface SourceQuestion extends TrendQuestion {
  /** In the order in which they were chosen; absent for the most frequent. */
  readonly sources?: readonly string[];
}

/** Puts settings and choices into a question: chosen sources are a filter, so that none of them is cut off. */
export function sourceQuestion(
  settings: ScopeSettings,
  metric: string,
  limit: number,
  sources: readonly string[] | undefined,
): SourceQuestion | 'app' | 'metric' {
  const chosen = sources?.slice(0, MOST_SOURCES);
  const question = trendQuestion(withSources(settings, chosen), {
    metrics: metric ? [metric] : [],
    breakdownBy: 'source',
    limit: chosen?.length ?? limit,
  });
  return typeof question === 'string' ? question : { ...question, ...(chosen && { sources: chosen }) };
}

/** The settings with the chosen sources as one more filter. */
export function withSources(settings: ScopeSettings, sources: readonly string[] | undefined): ScopeSettings {
  if (!sources) return settings;
  const filter: Filter = { field: 'source', operator: 'in', values: [...sources] };
  return { ...settings, filters: [...(settings.filters ?? []), filter] };
}

/** Asks for the trend of each source. */
export async function askSources(client: Client, question: SourceQuestion, options: AskOptions): Promise<TrendAnswer> {
  const answer = await askTrend(client, question, options);
  return question.sources ? { ...answer, trend: inChosenOrder(answer.trend, question.sources) } : answer;
}

/** Asks for all sources there are to choose from, the most frequent first. */
export function askChoices(
  client: Client,
  { scope, trend }: SourceQuestion,
  settings: ScopeSettings,
  signal: AbortSignal,
): Promise<BreakdownReport> {
  const query = { ...rangeQuery(settings), dimension: 'source', metrics: trend.metrics, limit: ALL_SOURCES };
  return client.breakdown(scope, query, { signal });
}

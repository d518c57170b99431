import type { BreakdownReport, DistributionQuery, DistributionReport } from '#contract/api.js';
import type { Scope } from '#contract/report-source.js';
import { countedBy, distributionRows } from '#charts/distribution-rows.js';
import { rank, type RankRow } from '#charts/rank.js';
import type { Client } from '#client/client.js';
import type { AskOptions } from '#client/session.js';
import { compareQuery, rangeQuery, scopeOf } from '../base/question.js';
import { rankedQuestion, type RankedQuestion } from '../base/ranked-question.js';
import type { ScopeSettings } from '../base/scope-settings.js';
import { isClassed } from './distribution-words.js';

/** What a distribution asks: classes, or the values of a dimension. */
export type DistributionQuestion = RankedQuestion | { readonly scope: Scope; readonly query: DistributionQuery };

/** What it is answered. */
export type DistributionAnswer = DistributionReport | BreakdownReport;

/** What the chart's own attributes add to the settings in force. */
export interface DistributionChoices {
  readonly of: string;
  /** What is counted by the values of a dimension. */
  readonly metric: string;
  readonly limit: number;
}

/** The question of a distribution; nothing where no app is chosen. */
export function distributionQuestion(
  settings: ScopeSettings,
  { of, metric, limit }: DistributionChoices,
): DistributionQuestion | undefined {
  if (!isClassed(of)) return rankedQuestion(settings, { dimension: of, metrics: [metric], order: metric, limit });
  const scope = scopeOf(settings);
  return scope && { scope, query: { ...rangeQuery(settings), ...compareQuery(settings, 1), of } };
}

/** Asks for one or the other. */
export function askDistribution(
  client: Client,
  { scope, query }: DistributionQuestion,
  options: AskOptions,
): Promise<DistributionAnswer> {
  return 'of' in query ? client.distribution(scope, query, options) : client.breakdown(scope, query, options);
}

/** The metric that an answer counts: of a breakdown the one that was asked for, or the first that it holds. */
export function countedIn(answer: DistributionAnswer, asked: string): string {
  if ('buckets' in answer) return countedBy(answer.of);
  const held = Object.keys(answer.totals.values);
  return held.includes(asked) ? asked : (held[0] ?? asked);
}

/** The parts of an answer, the others, and the total. */
export function partsOf(answer: DistributionAnswer, metric: string): RankRow[] {
  return 'buckets' in answer ? distributionRows(answer) : rank(answer, metric);
}

import type {
  ComparisonKind,
  CompareKind,
  SummaryQuery,
  SummaryReport,
  TrendQuery,
  TrendReport,
} from '#contract/api.js';
import type { Scope } from '#contract/report-source.js';
import type { Client } from '#client/client.js';
import type { AskOptions } from '#client/session.js';
import type { ScopeSettings } from '../base/scope-settings.js';
import { askCard } from '../metric-card/ask-card.js';
import { cardQuestion } from '../metric-card/card-question.js';

/** What an overview asks: values with their growth, and the month that ends with them. */
export interface OverviewQuestion {
  readonly scope: Scope;
  readonly summary: SummaryQuery;
  readonly history: TrendQuery | undefined;
}

/** What an overview shows. */
export interface OverviewAnswer {
  readonly summary: SummaryReport;
  readonly history: TrendReport | undefined;
}

/** What it shows where a host does not choose: how often an app is opened, by whom, and how it spreads. */
export const usualMetrics = ['opens', 'visits', 'active_users', 'new_users', 'shares', 'sharers'];

/** What it compares with where nobody says otherwise. */
export const dayWeekMonth: readonly (CompareKind & ComparisonKind)[] = ['previous_day', 'last_week', 'last_month'];

/** The question of an overview, which is that of cards in one sheet; nothing where no app is chosen. */
export function overviewQuestion(
  metrics: readonly string[],
  settings: ScopeSettings,
  compare: readonly CompareKind[],
  hasHistory: boolean,
): OverviewQuestion | undefined {
  return cardQuestion(metrics, settings, compare, hasHistory);
}

/** Asks for both at once, which is one request. An overview without its history is still an overview. */
export function askOverview(client: Client, question: OverviewQuestion, options: AskOptions): Promise<OverviewAnswer> {
  return askCard(client, question, options);
}

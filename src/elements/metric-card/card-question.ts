import type { CompareKind, RangeQuery, SummaryQuery, TrendQuery } from '#contract/api.js';
import type { Scope } from '#contract/report-source.js';
import { formatDay, parseDay } from '#time/day.js';
import { rangeQuery, scopeOf } from '../base/question.js';
import type { ScopeSettings } from '../base/scope-settings.js';

/** What cards ask: their values, and the histories that their sparklines draw. */
export interface CardQuestion {
  readonly scope: Scope;
  readonly summary: SummaryQuery;
  readonly history: TrendQuery | undefined;
}

/** What a card shows where nobody says otherwise. */
const defaultRange: RangeQuery = { range: 'yesterday' };

/** Days of history behind a single day. */
const historyDays = 30;

/** What a card is compared with where nobody says otherwise. */
export const dayWeekMonth: readonly CompareKind[] = ['previous_day', 'last_week', 'last_month'];

/** The question of a card, or of some in one sheet; nothing where no app is chosen. */
export function cardQuestion(
  metrics: readonly string[],
  settings: ScopeSettings,
  compare: readonly CompareKind[],
  hasHistory: boolean,
): CardQuestion | undefined {
  const scope = scopeOf(settings);
  if (!scope) return undefined;
  const query = rangeQuery(settings, defaultRange);
  return {
    scope,
    summary: { ...query, metrics: [...metrics], ...(compare.length && { compare: [...compare] }) },
    history: hasHistory ? { ...historyRange(query), metrics: [...metrics] } : undefined,
  };
}

/** Today by the hour, any other day with the month that ends on it, a longer range by its own days. */
function historyRange(query: RangeQuery): RangeQuery & Pick<TrendQuery, 'granularity'> {
  const { range, start, end, ...rest } = query;
  if (range === 'today') return { ...rest, range, granularity: 'hour' };
  if (range === 'yesterday') return { ...rest, range: 'last_30_days', granularity: 'day' };
  const last = end === undefined ? undefined : parseDay(end);
  if (start !== undefined && end !== undefined) {
    if (last === undefined) return { ...rest, start, end };
    const first = start === end ? formatDay(last - historyDays + 1) : start;
    return { ...rest, start: first, end, granularity: 'day' };
  }
  return { ...query, granularity: 'day' };
}

import type { BreakdownQuery } from '#contract/api.js';
import type { Scope } from '#contract/report-source.js';
import { compareQuery, rangeQuery, scopeOf } from './question.js';
import type { ScopeSettings } from './scope-settings.js';

/** What a ranked list asks. */
export interface RankedQuestion {
  readonly scope: Scope;
  readonly query: BreakdownQuery;
}

/** What a list's own attributes add to the settings in force. */
export interface RankedChoices {
  readonly dimension: string;
  readonly metrics: readonly string[];
  /** The metric that ranks. */
  readonly order: string;
  readonly limit: number;
}

/** Rows that may be asked for in one list of bars. */
const MOST_ROWS = 100;

/** The question of a ranked list, largest first, with the one comparison that is drawn; nothing where no app is chosen. */
export function rankedQuestion(settings: ScopeSettings, choices: RankedChoices): RankedQuestion | undefined {
  const scope = scopeOf(settings);
  const { dimension, metrics, order, limit } = choices;
  if (!scope) return undefined;
  return {
    scope,
    query: {
      ...rangeQuery(settings),
      ...compareQuery(settings, 1),
      ...{ dimension, metrics: [...metrics], order: `-${order}`, limit },
    },
  };
}

/** How many rows a list shows: a whole number from 1 to 100, or the usual number. */
export function toLimit(rows: number, usual: number): number {
  const whole = Math.trunc(rows);
  return whole >= 1 ? Math.min(whole, MOST_ROWS) : usual;
}

import type { CohortKind, Range, RetentionQuery, RetentionReport } from '#contract/api.js';
import type { Scope } from '#contract/report-source.js';
import { type RetentionGranularity, retentionGranularity } from '#charts/retention.js';
import type { Client } from '#client/client.js';
import type { AskOptions } from '#client/session.js';
import { addMonths, formatDay, parseDay, startOfMonth } from '#time/day.js';
import { rangeQuery, scopeOf } from '../base/question.js';
import type { ScopeSettings } from '../base/scope-settings.js';

/** What a retention grid asks, as plain data. */
export interface RetentionQuestion {
  readonly scope: Scope;
  readonly query: RetentionQuery;
  /** Keeps to the range, also where it holds too few periods to compare. */
  readonly isExact: boolean;
}

/** What the grid's own attributes add to the settings in force. */
export interface RetentionChoices {
  readonly cohort: CohortKind;
  readonly offsets: readonly number[] | undefined;
  readonly isExact: boolean;
}

/** A grid of fewer cohorts compares nothing: one more than the periods that are usually asked for, of days a week. */
export const leastCohorts: Readonly<Record<RetentionGranularity, number>> = { day: 7, week: 9, month: 7 };

/** The question of a grid; nothing where no app is chosen. */
export function retentionQuestion(settings: ScopeSettings, choices: RetentionChoices): RetentionQuestion | undefined {
  const scope = scopeOf(settings);
  if (!scope) return undefined;
  const { cohort, offsets, isExact } = choices;
  const granularity = retentionGranularity(settings.granularity);
  const query = { ...rangeQuery(settings), cohort, granularity, ...(offsets?.length && { offsets: [...offsets] }) };
  return { scope, query, isExact };
}

/**
 * Asks. Only the back end knows which days a range is: where they turn out to hold too few periods, it is asked once
 * more, further back.
 */
export async function askRetention(
  client: Client,
  { scope, query, isExact }: RetentionQuestion,
  options: AskOptions,
): Promise<RetentionReport> {
  const report = await client.retention(scope, query, options);
  const { range } = report.meta;
  const wider = range && !isExact ? reachBack(range, retentionGranularity(query.granularity)) : undefined;
  if (!wider) return report;
  const { range: _named, ...rest } = query;
  return withoutBlankPast(await client.retention(scope, { ...rest, ...wider }, options));
}

/** A range that begins early enough to hold the least number of cohorts; nothing where it does already. */
export function reachBack({ start, end }: Range, granularity: RetentionGranularity): Range | undefined {
  const [first, last] = [parseDay(start), parseDay(end)];
  if (first === undefined || last === undefined) return undefined;
  const least = leastCohorts[granularity];
  const wanted =
    granularity === 'month'
      ? addMonths(startOfMonth(last), 1 - least)
      : last - least * (granularity === 'week' ? 7 : 1) + 1;
  return wanted < first ? { start: formatDay(wanted), end } : undefined;
}

/** Nobody asked for the time before the app had users. */
function withoutBlankPast(report: RetentionReport): RetentionReport {
  const first = report.cohorts.findIndex(({ size }) => size !== 0);
  return first > 0 ? { ...report, cohorts: report.cohorts.slice(first) } : report;
}

import type { Filter, Granularity, RangeQuery } from '#contract/api.js';
import type { AskContext, Scope } from '#contract/report-source.js';
import { rangeOf, resolveSubject, withRange, type ScopeQuery, type Subject } from '#reporting/question.js';
import { isLive } from '#time/granularity.js';
import type { TimeRange } from '#time/range.js';
import type { Look, WarehouseHost } from '../host.js';
import type { ScopeLog } from './scope-log.js';

/** A question about a scope, and the events that it is answered from. */
export interface Question extends Subject {
  readonly host: WarehouseHost;
  readonly reading: Look;
  readonly log: ScopeLog;
  readonly filters: readonly Filter[];
}

/** A question about a range. */
export interface RangedQuestion extends Question {
  readonly range: TimeRange;
}

/** Who asks, about what. */
export interface Asked<Query> {
  readonly host: WarehouseHost;
  readonly reading: Look;
  readonly scope: Scope;
  readonly query: Query;
  readonly context: AskContext;
}

/** Finds what a question is about. `isLiveReport` asks by the profile's live rule. */
export async function resolveQuestion(asked: Asked<ScopeQuery>, isLiveReport: boolean): Promise<Question> {
  const { host, reading, scope, query } = asked;
  const subject = resolveSubject(host, await reading.apps(), scope, query, isLiveReport);
  const { profile, apps, asOf } = subject;
  const log = await reading.scopeLog({
    apps: apps.map(({ id }) => id),
    isAcrossApps: scope === 'superapp',
    isProduction: (query.environment ?? 'production') === 'production',
    rules: {
      timeoutMs: profile.session_timeout_seconds * 1000,
      mergeUnderMs: (profile.merge_opens_under_seconds ?? 0) * 1000,
    },
    asOf,
  });
  return { ...subject, host, reading, log, filters: query.filters ?? [] };
}

/** Finds what a question about a range is about. */
export async function resolveRanged(
  asked: Asked<RangeQuery>,
  granularityOf: (range: TimeRange) => Granularity = () => 'all',
): Promise<RangedQuestion> {
  const range = rangeOf(asked.host, asked.query);
  return withRange(await resolveQuestion(asked, isLive(range, granularityOf(range))), range);
}

import type { App, Filter, Granularity, Profile, RangeQuery } from '#contract/api.js';
import type { Scope } from '#contract/report-source.js';
import { rangeOf, resolveSubject, withRange, type ScopeQuery, type Subject } from '#reporting/question.js';
import { isLive } from '#time/granularity.js';
import type { TimeRange } from '#time/range.js';
import type { EngineHost } from '../host.js';
import { dimensionOf, type Dimension } from '../scan/dimension.js';
import { matchLog, type Match } from '../scan/match.js';
import type { NewUserRule } from '../scan/newcomers.js';
import type { ScopeLog } from '../scan/scope-log.js';

/** A question about a scope, and the events that it is answered from. */
export interface Question extends Subject {
  readonly host: EngineHost;
  readonly log: ScopeLog;
  readonly matches: readonly Match[];
  readonly dimension: (id: string) => Dimension;
  /** What passes other filters than the question's. */
  readonly matchesOf: (filters: readonly Filter[]) => readonly Match[];
  readonly newUserRule: NewUserRule;
}

/** Finds what a question is about. `isLiveReport` asks by the profile's live rule. */
export function resolveQuestion(host: EngineHost, scope: Scope, query: ScopeQuery, isLiveReport: boolean): Question {
  const subject = resolveSubject(host, host.apps(), scope, query, isLiveReport);
  const { profile, zone } = subject;
  const log = logOf(host, scope, query, profile, subject.apps, subject.asOf);
  const dimension = (id: string) => dimensionOf(host.store, host.sources, id);
  const matchesOf = (filters: readonly Filter[]) =>
    matchLog(
      log,
      filters.map((filter) => ({ filter, dimension: dimension(filter.field) })),
    );
  const newUserRule: NewUserRule =
    profile.new_user.rule === 'first_ever'
      ? { kind: 'first_ever' }
      : { kind: 'reactivation', days: profile.new_user.days, zone };
  return { ...subject, host, log, matches: matchesOf(query.filters ?? []), dimension, matchesOf, newUserRule };
}

/** A question about a range: the range, and everything else that {@link resolveQuestion} finds. */
export interface RangedQuestion extends Question {
  readonly range: TimeRange;
}

/** Finds what a question about a range is about. */
export function resolveRanged(
  host: EngineHost,
  scope: Scope,
  query: RangeQuery,
  granularityOf: (range: TimeRange) => Granularity = () => 'all',
): RangedQuestion {
  const range = rangeOf(host, query);
  return withRange(resolveQuestion(host, scope, query, isLive(range, granularityOf(range))), range);
}

function logOf(
  { store, logs }: EngineHost,
  scope: Scope,
  { environment = 'production' }: ScopeQuery,
  profile: Profile,
  apps: readonly App[],
  asOf: number,
): ScopeLog {
  const partitions = apps
    .map((app) => store.partition(app.id, environment === 'production'))
    .filter((partition) => partition !== undefined);
  const rules = {
    timeoutMs: profile.session_timeout_seconds * 1000,
    mergeUnderMs: (profile.merge_opens_under_seconds ?? 0) * 1000,
  };
  return logs.of(store, partitions, scope === 'superapp', rules, asOf);
}

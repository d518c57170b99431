import type { App, Filter, Granularity, Meta, Profile, RangeQuery } from '#contract/api.js';
import { ReportError } from '#contract/problems.js';
import { appOfScope, type Scope } from '#contract/report-source.js';
import { asOf as asOfRule, freshnessOf, type AsOf } from '#time/as-of.js';
import { formatInstant } from '#time/instant.js';
import { isLive } from '#time/granularity.js';
import { resolveRange, type RangeQuestion, type TimeRange } from '#time/range.js';
import { findZone, unknownZone, zone as zoneOf, type Zone } from '#time/zone.js';
import type { EngineHost } from '../host.js';
import { dimensionOf, type Dimension } from '../scan/dimension.js';
import { matchLog, type Match } from '../scan/match.js';
import type { NewUserRule } from '../scan/newcomers.js';
import type { ScopeLog } from '../scan/scope-log.js';

/** What questions have in common beside their range. */
export type ScopeQuery = Omit<RangeQuery, 'range' | 'start' | 'end'>;

/** A question about a scope with all its defaults filled in: who is asked about, by which rules, up to when. */
export interface Question {
  readonly host: EngineHost;
  readonly zone: Zone;
  readonly profile: Profile;
  readonly now: number;
  /** Up to when there is data; every report is cut there. */
  readonly asOf: number;
  readonly log: ScopeLog;
  readonly matches: readonly Match[];
  /** The apps of the scope. */
  readonly apps: readonly App[];
  readonly meta: Meta;
  readonly dimension: (id: string) => Dimension;
  /** What passes other filters than the question's. */
  readonly matchesOf: (filters: readonly Filter[]) => readonly Match[];
  readonly newUserRule: NewUserRule;
}

/** Finds what a question is about. `isLiveReport` asks by the profile's live rule. */
export function resolveQuestion(host: EngineHost, scope: Scope, query: ScopeQuery, isLiveReport: boolean): Question {
  const profile = profileOf(host, query.profile);
  const zone = checkedZone(query.timezone ?? host.defaultTimezone);
  const now = host.clock.now(zone.name);
  const rule = isLiveReport ? profile.live : profile.data_as_of;
  if (!rule) {
    const detail = `The profile “${profile.id}” has no live data: ask for whole days, by the hour or longer.`;
    throw new ReportError('not_available', detail);
  }
  const current = asOfRule(zoneOf(profile.timezone), rule, now);
  const apps = appsOf(host, scope, query);
  const log = logOf(host, scope, query, profile, apps, current.asOf);
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
  return {
    host,
    zone,
    profile,
    now,
    asOf: current.asOf,
    log,
    matches: matchesOf(query.filters ?? []),
    apps,
    meta: metaOf(host, scope, query, profile, zone, rule, current),
    dimension,
    matchesOf,
    newUserRule,
  };
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
  const zone = checkedZone(query.timezone ?? host.defaultTimezone);
  const range = checkedRange(zone, query, host.clock.now(zone.name));
  const question = resolveQuestion(host, scope, query, isLive(range, granularityOf(range)));
  return { ...question, range, meta: { ...question.meta, range: range.label } };
}

/** The range that a question names; the handler has checked it, other callers are told what is wrong. */
export function checkedRange(zone: Zone, question: RangeQuestion, now: number): TimeRange {
  const { range, faults } = resolveRange(zone, question, now);
  if (range) return range;
  const detail = faults.map((fault) => fault.message).join(' ');
  throw new ReportError(
    'malformed',
    detail,
    faults.map(({ parameter, message }) => ({ parameter, message })),
  );
}

function checkedZone(name: string): Zone {
  const found = findZone(name);
  if (found) return found;
  throw new ReportError('malformed', unknownZone(name), [{ parameter: 'timezone', message: unknownZone(name) }]);
}

function profileOf(host: EngineHost, id = host.defaultProfile): Profile {
  const found = host.profiles.find((profile) => profile.id === id);
  if (found) return found;
  const allowed = host.profiles.map((profile) => profile.id);
  const message = `“${id}” is not a profile of this back end. Use one of ${allowed.join(', ')}.`;
  throw new ReportError('unknown_profile', message, [{ parameter: 'profile', message, allowed }]);
}

function appsOf(host: EngineHost, scope: Scope, { app_type: types }: ScopeQuery): readonly App[] {
  const apps = host.apps();
  const id = appOfScope(scope);
  if (id === null) return types && types.length > 0 ? apps.filter((app) => types.includes(app.type)) : apps;
  const app = apps.find((candidate) => candidate.id === id);
  if (app) return [app];
  throw new ReportError('app_not_found', `There is no app “${id}”.`);
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

function metaOf(
  { clock }: EngineHost,
  scope: Scope,
  query: ScopeQuery,
  profile: Profile,
  zone: Zone,
  rule: Profile['data_as_of'],
  { asOf, nextRefresh }: AsOf,
): Meta {
  return {
    scope,
    ...(query.app_type && query.app_type.length > 0 ? { app_type: query.app_type } : {}),
    timezone: zone.name,
    filters: query.filters ?? [],
    environment: query.environment ?? 'production',
    profile: profile.id,
    data_as_of: formatInstant(asOf),
    next_refresh_at: clock.ofFile ? null : formatInstant(nextRefresh),
    freshness: { ...freshnessOf(rule), ...(clock.ofFile ? { file: true } : {}) },
    approximate: false,
    currency: null,
  };
}

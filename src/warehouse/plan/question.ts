import type { App, Filter, Granularity, Meta, Profile, RangeQuery } from '#contract/api.js';
import { ReportError } from '#contract/problems.js';
import { appOfScope, type AskContext, type Scope } from '#contract/report-source.js';
import { asOf as asOfRule, freshnessOf, type AsOf } from '#time/as-of.js';
import { formatInstant } from '#time/instant.js';
import { isLive } from '#time/granularity.js';
import { resolveRange, type RangeQuestion, type TimeRange } from '#time/range.js';
import { findZone, unknownZone, zone as zoneOf, type Zone } from '#time/zone.js';
import type { WarehouseHost } from '../host.js';
import { scopeLog, type ScopeLog } from './scope-log.js';
import type { Reading } from '../duckdb/reading.js';

/** What questions have in common beside their range. */
export type ScopeQuery = Omit<RangeQuery, 'range' | 'start' | 'end'>;

/** A question about a scope with all its defaults filled in: who is asked about, by which rules, up to when. */
export interface Question {
  readonly host: WarehouseHost;
  readonly reading: Reading;
  readonly zone: Zone;
  readonly profile: Profile;
  readonly now: number;
  /** Up to when there is data; every report is cut there. */
  readonly asOf: number;
  readonly log: ScopeLog;
  readonly filters: readonly Filter[];
  /** The apps of the scope. */
  readonly apps: readonly App[];
  readonly meta: Meta;
}

/** A question about a range. */
export interface RangedQuestion extends Question {
  readonly range: TimeRange;
}

/** Who asks, about what. */
export interface Asked<Query> {
  readonly host: WarehouseHost;
  readonly reading: Reading;
  readonly scope: Scope;
  readonly query: Query;
  readonly context: AskContext;
}

/** Finds what a question is about. `isLiveReport` asks by the profile's live rule. */
export async function resolveQuestion(asked: Asked<ScopeQuery>, isLiveReport: boolean): Promise<Question> {
  const { host, reading, scope, query } = asked;
  const profile = profileOf(host, query.profile);
  const zone = checkedZone(query.timezone ?? host.defaultTimezone);
  const now = host.clock.now(zone.name);
  const rule = isLiveReport ? profile.live : profile.data_as_of;
  if (!rule) {
    const detail = `The profile “${profile.id}” has no live data: ask for whole days, by the hour or longer.`;
    throw new ReportError('not_available', detail);
  }
  const current = asOfRule(zoneOf(profile.timezone), rule, now);
  const apps = appsOf(await reading.apps(), scope, query);
  const log = await scopeLog(reading, {
    apps: apps.map(({ id }) => id),
    isAcrossApps: scope === 'superapp',
    isProduction: (query.environment ?? 'production') === 'production',
    rules: {
      timeoutMs: profile.session_timeout_seconds * 1000,
      mergeUnderMs: (profile.merge_opens_under_seconds ?? 0) * 1000,
    },
    asOf: current.asOf,
  });
  const meta = metaOf(host, scope, query, profile, zone, rule, current);
  return { host, reading, zone, profile, now, asOf: current.asOf, log, filters: query.filters ?? [], apps, meta };
}

/** Finds what a question about a range is about. */
export async function resolveRanged(
  asked: Asked<RangeQuery>,
  granularityOf: (range: TimeRange) => Granularity = () => 'all',
): Promise<RangedQuestion> {
  const { host, query } = asked;
  const zone = checkedZone(query.timezone ?? host.defaultTimezone);
  const range = checkedRange(zone, query, host.clock.now(zone.name));
  const question = await resolveQuestion(asked, isLive(range, granularityOf(range)));
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

function profileOf(host: WarehouseHost, id = host.defaultProfile): Profile {
  const found = host.profiles.find((profile) => profile.id === id);
  if (found) return found;
  const allowed = host.profiles.map((profile) => profile.id);
  const message = `“${id}” is not a profile of this back end. Use one of ${allowed.join(', ')}.`;
  throw new ReportError('unknown_profile', message, [{ parameter: 'profile', message, allowed }]);
}

function appsOf(apps: readonly App[], scope: Scope, { app_type: types }: ScopeQuery): readonly App[] {
  const id = appOfScope(scope);
  if (id === null) return types && types.length > 0 ? apps.filter((app) => types.includes(app.type)) : apps;
  const app = apps.find((candidate) => candidate.id === id);
  if (app) return [app];
  throw new ReportError('app_not_found', `There is no app “${id}”.`);
}

function metaOf(
  { clock }: WarehouseHost,
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

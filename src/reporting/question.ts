import type { App, Meta, Profile, RangeQuery } from '#contract/api.js';
import { ReportError } from '#contract/problems.js';
import { appOfScope, type Clock, type Scope } from '#contract/report-source.js';
import { asOf as asOfRule, freshnessOf, type AsOf } from '#time/as-of.js';
import { formatInstant } from '#time/instant.js';
import { resolveRange, type RangeQuestion, type TimeRange } from '#time/range.js';
import { findZone, unknownZone, zone as zoneOf, type Zone } from '#time/zone.js';

/** What a back end says of itself, so that a question can be understood. */
export interface ReportingHost {
  readonly clock: Clock;
  readonly profiles: readonly Profile[];
  readonly defaultProfile: string;
  readonly defaultTimezone: string;
}

/** What questions have in common beside their range. */
export type ScopeQuery = Omit<RangeQuery, 'range' | 'start' | 'end'>;

/** What a question is about, with all defaults filled in: who is asked about, by which rules, up to when. */
export interface Subject {
  readonly zone: Zone;
  readonly profile: Profile;
  readonly now: number;
  /** Up to when there is data; every report is cut there. */
  readonly asOf: number;
  /** The apps of the scope. */
  readonly apps: readonly App[];
  readonly meta: Meta;
}

/** What a question about a range is about. */
export interface RangedSubject extends Subject {
  readonly range: TimeRange;
}

/**
 * Finds what a question is about.
 *
 * @param apps all apps of the back end.
 * @param isLiveReport whether the profile's live rule says up to when there is data.
 * @throws ReportError where the profile, the zone or the app is not known, or the profile has no live data.
 */
export function resolveSubject(
  host: ReportingHost,
  apps: readonly App[],
  scope: Scope,
  query: ScopeQuery,
  isLiveReport: boolean,
): Subject {
  const profile = profileOf(host, query.profile);
  const zone = checkedZone(query.timezone ?? host.defaultTimezone);
  const now = host.clock.now(zone.name);
  const rule = isLiveReport ? profile.live : profile.data_as_of;
  if (!rule) {
    const detail = `The profile “${profile.id}” has no live data: ask for whole days, by the hour or longer.`;
    throw new ReportError('not_available', detail);
  }
  const current = asOfRule(zoneOf(profile.timezone), rule, now);
  return {
    zone,
    profile,
    now,
    asOf: current.asOf,
    apps: appsOf(apps, scope, query),
    meta: metaOf(host, scope, query, profile, zone, rule, current),
  };
}

/** The range that a question names, in the zone that it names. */
export function rangeOf(host: ReportingHost, query: RangeQuery): TimeRange {
  const zone = checkedZone(query.timezone ?? host.defaultTimezone);
  return checkedRange(zone, query, host.clock.now(zone.name));
}

/** A question that has been understood, with its range. */
export function withRange<Question extends Subject>(
  question: Question,
  range: TimeRange,
): Question & { readonly range: TimeRange } {
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

function profileOf(host: ReportingHost, id = host.defaultProfile): Profile {
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
  { clock }: ReportingHost,
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

import type { CompareQuery, Granularity, Limits, Profile, RangeQuery } from '#contract/api.js';
import { appTypes, compareKinds, environments } from '#contract/vocabulary.js';
import { addMonths } from '#time/day.js';
import { isFinerThanHour, isLive } from '#time/granularity.js';
import { daysOf, resolveRange, resolveStartEnd, type RangeFault, type TimeRange } from '#time/range.js';
import { findZone, zone as zoneOf, type Zone } from '#time/zone.js';
import { nearest } from '../nearest.js';
import type { QuestionContext } from './context.js';
import { readFilters } from './filters.js';
import { compact, type Reader } from './reader.js';

const utc = zoneOf('UTC');

/** What questions of a range share, read and resolved. */
export interface RangePart {
  readonly query: RangeQuery;
  readonly zone: Zone | undefined;
  readonly profile: Profile | undefined;
  readonly range: TimeRange | undefined;
}

/** Reads range, zone, filters, profile and environment; what is left out is filled in. */
export function readRangePart(reader: Reader, context: QuestionContext): RangePart {
  const zone = readZone(reader, context);
  const profile = readProfile(reader, context);
  const asked = { range: reader.text('range'), start: reader.text('start'), end: reader.text('end') };
  // Whether a range is in order does not depend on a zone that is at fault itself.
  const range = readRange(reader, zone ?? utc, asked, context);
  const query = compact<RangeQuery>({
    ...(asked as Pick<RangeQuery, 'range' | 'start' | 'end'>),
    timezone: zone?.name,
    filters: readFilters(reader, context),
    profile: profile?.id,
    environment: readEnvironment(reader),
    app_type: readAppTypes(reader, context),
  });
  return { query, zone, profile, range };
}

/** Reads `timezone`; default the back end's. */
export function readZone(reader: Reader, { catalog }: Pick<QuestionContext, 'catalog'>): Zone | undefined {
  const name = reader.has('timezone') ? reader.text('timezone') : catalog.default_timezone;
  if (name === undefined) return undefined;
  const zone = findZone(name);
  if (zone) return zone;
  const near = nearest(name, Intl.supportedValuesOf('timeZone'));
  const hint = near.length > 0 ? ` Nearest: ${near.join(', ')}.` : '';
  const message = `“${name}” is not a time zone.${hint} Name an IANA zone, such as Asia/Shanghai.`;
  reader.faults.add('not_answerable', 'timezone', message, near.length > 0 ? near : undefined);
  return undefined;
}

/** Reads `profile`; default the back end's. */
export function readProfile(reader: Reader, { catalog }: Pick<QuestionContext, 'catalog'>): Profile | undefined {
  const id = reader.has('profile') ? reader.text('profile') : catalog.default_profile;
  if (id === undefined) return undefined;
  const profile = catalog.profiles.find((candidate) => candidate.id === id);
  const known = catalog.profiles.map((candidate) => candidate.id);
  if (!profile) reader.faults.unknownName('unknown_profile', 'profile', 'a definition profile', id, known);
  return profile;
}

/** Reads `environment`; default production. */
export function readEnvironment(reader: Reader): 'production' | 'non_production' | undefined {
  return reader.has('environment') ? reader.word('environment', environments) : 'production';
}

/** Reads `app_type`, which only a question across apps can have. */
export function readAppTypes(reader: Reader, { scope }: Pick<QuestionContext, 'scope'>): RangeQuery['app_type'] {
  if (!reader.has('app_type') || scope === 'superapp') return reader.words('app_type', appTypes);
  reader.faults.malformed('app_type', 'app_type chooses among apps; a question about one app has none.');
  return undefined;
}

/** Reads `compare`, `compare_start` and `compare_end`. */
export function readCompare(reader: Reader, context: QuestionContext, { zone = utc, range }: RangePart): CompareQuery {
  const compare = reader.words('compare', compareKinds);
  const [start, end] = [reader.text('compare_start'), reader.text('compare_end')];
  const query = compact<CompareQuery>({ compare, compare_start: start, compare_end: end });
  if (!reader.has('compare_start') && !reader.has('compare_end')) return query;
  const names = { start: 'compare_start', end: 'compare_end' };
  const { range: custom, faults } = resolveStartEnd(zone, { start, end }, names);
  noteRangeFaults(reader, faults);
  if (custom && range && custom.kind !== range.kind) {
    reader.faults.malformed(
      'compare_start',
      'A custom comparison is of the same kind as the range: both days, or both instants.',
    );
  }
  if (custom) noteTooManyDays(reader, custom, context.catalog.limits.max_days, 'compare_start');
  return query;
}

/** Notes a range that is longer than this back end answers at a granularity. */
export function checkLength(reader: Reader, range: TimeRange, granularity: Granularity, limits: Limits): void {
  const parameter = reader.has('range') ? 'range' : 'end';
  if (isFinerThanHour(granularity)) {
    const hours = range.kind === 'days' ? daysOf(range) * 24 : (range.end - range.start) / 3_600_000;
    if (hours <= limits.max_minute_hours) return;
    tooLong(reader, parameter, `by minutes at most ${String(limits.max_minute_hours)} hours`);
  } else if (granularity === 'week') {
    if (daysOf(range) > limits.max_weeks * 7)
      tooLong(reader, parameter, `by week at most ${String(limits.max_weeks)} weeks`);
  } else if (granularity === 'month') {
    const isTooLong = range.lastDay >= addMonths(range.firstDay, limits.max_months);
    if (isTooLong) tooLong(reader, parameter, `by month at most ${String(limits.max_months)} months`);
  } else noteTooManyDays(reader, range, limits.max_days, parameter);
}

/** Notes a range of more days than this back end answers. */
export function noteTooManyDays(reader: Reader, range: TimeRange, maxDays: number, parameter: string): void {
  const days = daysOf(range);
  if (days > maxDays) tooLong(reader, parameter, `at most ${String(maxDays)} days, not ${String(days)}`);
}

/** Notes a live question to a profile that answers none. */
export function checkLive(reader: Reader, { range, profile }: RangePart, granularity: Granularity = 'all'): void {
  if (!range || !profile || profile.live !== null || !isLive(range, granularity)) return;
  const parameter = range.kind === 'instants' ? 'start' : 'granularity';
  const message = `The profile ${profile.id} has no live reports: ask for days, by the hour or coarser.`;
  reader.faults.add('not_available', parameter, message);
}

function readRange(
  reader: Reader,
  zone: Zone,
  asked: Parameters<typeof resolveRange>[1],
  { clock }: QuestionContext,
): TimeRange | undefined {
  const isUnreadable = (['range', 'start', 'end'] as const).some(
    (name) => reader.has(name) && asked[name] === undefined,
  );
  if (isUnreadable) return undefined;
  const { range, faults } = resolveRange(zone, asked, clock.now(zone.name));
  noteRangeFaults(reader, faults);
  return range;
}

function noteRangeFaults(reader: Reader, faults: readonly RangeFault[] = []): void {
  for (const { parameter, message, allowed } of faults) reader.faults.malformed(parameter, message, allowed);
}

function tooLong(reader: Reader, parameter: string, limit: string): void {
  reader.faults.add('range_too_long', parameter, `The range is too long: ${limit}. Ask for less, or coarser.`);
}

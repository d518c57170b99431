import { addMonths, DAY_MS } from './day.js';
import { dayRange, instantRange, type Interval, type TimeRange } from './range.js';
import type { Zone } from './zone.js';

/** What a range can be compared with. */
export const comparisonKinds = ['previous_day', 'last_week', 'last_month', 'previous_period', 'custom'] as const;

/** The kind of a comparison. */
export type ComparisonKind = (typeof comparisonKinds)[number];

/** A range and the part of it that is counted. */
export interface ComparedRange {
  readonly range: TimeRange;
  /** The part that is compared: up to the same elapsed local time on both sides. */
  readonly counted: Interval;
}

/** Two ranges whose values make a growth. */
export interface Comparison {
  readonly kind: ComparisonKind;
  readonly current: ComparedRange;
  readonly previous: ComparedRange;
}

/** What a comparison depends on beside the range. */
export interface CompareOptions {
  /** Up to when there is data. */
  readonly asOf: number;
  /** `windows` compares by day, week and month as the `alipay` profile does; `shifted` is the usual way. */
  readonly rule?: 'shifted' | 'windows' | undefined;
  /** The range to compare with, of a `custom` comparison. */
  readonly custom?: TimeRange | undefined;
}

const WINDOW_DAYS: Partial<Record<ComparisonKind, number>> = { previous_day: 1, last_week: 7, last_month: 30 };

/**
 * The range that a trend's comparison series lies in, whole: the start shifted by a day, a week or a calendar month
 * (clamped to its end) and equally long, the period before, or the custom one.
 */
export function comparisonRange(zone: Zone, range: TimeRange, kind: ComparisonKind, custom?: TimeRange): TimeRange {
  if (kind === 'custom') {
    if (!custom) throw new RangeError('A custom comparison needs the range to compare with.');
    return custom;
  }
  return range.kind === 'days' ? shiftedDays(zone, range, kind) : shiftedInstants(zone, range, kind);
}

/**
 * The two ranges whose values a summary compares, or nothing where the range has no data yet: it starts at or after
 * `asOf` or, compared by windows, none of its days has ended.
 */
export function comparison(
  zone: Zone,
  range: TimeRange,
  kind: ComparisonKind,
  { asOf, rule = 'shifted', custom }: CompareOptions,
): Comparison | undefined {
  if (range.start >= asOf) return undefined;
  const windowDays = rule === 'windows' && range.kind === 'days' ? WINDOW_DAYS[kind] : undefined;
  if (windowDays !== undefined) return windows(zone, range, kind, windowDays, asOf);
  const previous = comparisonRange(zone, range, kind, custom);
  if (asOf >= range.end) return { kind, current: whole(range), previous: whole(previous) };
  const elapsed = zone.localOf(asOf) - localStart(zone, range);
  const until = zone.instantOf(localStart(zone, previous) + elapsed);
  return { kind, current: upTo(range, asOf), previous: upTo(previous, until) };
}

function windows(
  zone: Zone,
  range: TimeRange,
  kind: ComparisonKind,
  days: number,
  asOf: number,
): Comparison | undefined {
  const lastDay = Math.min(range.lastDay, zone.dayNumberOf(asOf) - 1);
  if (lastDay < range.firstDay) return undefined;
  const current = dayRange(zone, lastDay - days + 1, lastDay);
  const previous = dayRange(zone, lastDay - 2 * days + 1, lastDay - days);
  return { kind, current: whole(current), previous: whole(previous) };
}

function shiftedDays(zone: Zone, range: TimeRange, kind: Exclude<ComparisonKind, 'custom'>): TimeRange {
  const days = range.lastDay - range.firstDay + 1;
  const firstDay = kind === 'previous_period' ? range.firstDay - days : shiftDay(range.firstDay, kind);
  return dayRange(zone, firstDay, firstDay + days - 1);
}

function shiftedInstants(zone: Zone, range: TimeRange, kind: Exclude<ComparisonKind, 'custom'>): TimeRange {
  const length = range.end - range.start;
  if (kind === 'previous_period') return instantRange(zone, range.start - length, range.start);
  const local = zone.localOf(range.start);
  const day = Math.floor(local / DAY_MS);
  const start = zone.instantOf(local + (shiftDay(day, kind) - day) * DAY_MS);
  return instantRange(zone, start, start + length);
}

function shiftDay(day: number, kind: 'previous_day' | 'last_week' | 'last_month'): number {
  if (kind === 'last_month') return addMonths(day, -1);
  return kind === 'last_week' ? day - 7 : day - 1;
}

/** Days begin at 0:00 on the clock's face even where the clock jumps over it. */
function localStart(zone: Zone, range: TimeRange): number {
  return range.kind === 'days' ? range.firstDay * DAY_MS : zone.localOf(range.start);
}

function whole(range: TimeRange): ComparedRange {
  return { range, counted: { start: range.start, end: range.end } };
}

function upTo(range: TimeRange, until: number): ComparedRange {
  return { range, counted: { start: range.start, end: Math.max(range.start, Math.min(range.end, until)) } };
}

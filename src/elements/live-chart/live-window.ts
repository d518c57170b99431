import type { Granularity, Range } from '#contract/api.js';
import { clockStep } from '#time/granularity.js';
import { findZone } from '#time/zone.js';

const MINUTE_MS = 60_000;

/** How long before now a chart may reach, by name. */
export const spans = {
  '30_minutes': 30 * MINUTE_MS,
  '1_hour': 60 * MINUTE_MS,
  '3_hours': 180 * MINUTE_MS,
  '6_hours': 360 * MINUTE_MS,
  '24_hours': 1440 * MINUTE_MS,
} as const;

/** A name of {@link spans}. */
export type Span = keyof typeof spans;

/** Lengths of a bucket that a live chart offers, the finest first. */
const lengths = ['minute', '5_minutes', '10_minutes', '30_minutes', 'hour'] as const satisfies readonly Granularity[];
/** More points than this are no curve, fewer than two are none either. */
const MOST = 300;
/** As many can be told apart at a glance. */
const USUAL = 60;

/** Lengths of a bucket that suit so many milliseconds. */
export function liveGranularities(lengthMs: number): Granularity[] {
  const fitting = lengths.filter((length) => {
    const count = lengthMs / clockStep(length)!;
    return count >= 2 && count <= MOST;
  });
  return fitting.length > 0 ? fitting : [lengthMs > spans['24_hours'] ? 'hour' : 'minute'];
}

/** The length that shows so many milliseconds best. */
export function usualGranularity(lengthMs: number): Granularity {
  const fitting = liveGranularities(lengthMs);
  return fitting.find((length) => lengthMs / clockStep(length)! <= USUAL) ?? fitting.at(-1)!;
}

/**
 * The stretch of time before `now`, in whole buckets of the zone: the one that is running is the last. So it stays the
 * same question until a bucket is over.
 */
export function windowBefore(now: number, lengthMs: number, granularity: Granularity, timezone: string): Range {
  const step = clockStep(granularity) ?? MINUTE_MS;
  const offset = findZone(timezone)?.offsetAt(now) ?? 0;
  const end = Math.floor((now + offset) / step) * step - offset + step;
  return { start: instant(end - lengthMs), end: instant(end) };
}

/** What is shown of time, and by what length of buckets. */
export interface LiveWindow {
  readonly range: Range;
  readonly granularity: Granularity;
  /** Lengths to choose from. */
  readonly granularities: readonly Granularity[];
  /** How long before now; nothing where a range was chosen. */
  readonly span: Span | undefined;
}

/** A chosen range of instants, else the stretch before now. Ranges in days, such as a scope's, are for other widgets. */
export function liveWindow(
  {
    start,
    end,
    granularity: wanted,
  }: { start?: string | undefined; end?: string | undefined; granularity?: Granularity | undefined },
  span: string,
  now: number,
  timezone: string,
): LiveWindow {
  const chosen = start && end && areInstants(start, end) ? { start, end } : undefined;
  const known = Object.hasOwn(spans, span) ? (span as Span) : '1_hour';
  const length = chosen ? Date.parse(chosen.end) - Date.parse(chosen.start) : spans[known];
  const granularities = liveGranularities(length);
  const granularity = wanted && granularities.includes(wanted) ? wanted : usualGranularity(length);
  return {
    range: chosen ?? windowBefore(now, length, granularity, timezone),
    ...{ granularity, granularities, span: chosen ? undefined : known },
  };
}

function areInstants(start: string, end: string): boolean {
  return start.length > 10 && end.length > 10 && Date.parse(start) < Date.parse(end);
}

/** An instant of the contract; whole seconds are enough. */
export function instant(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19)}Z`;
}

/** What a field for a date and a time shows for an instant: the wall time of a zone. */
export function wallText(at: string, timezone: string): string {
  const ms = Date.parse(at);
  return Number.isNaN(ms) ? '' : new Date(findZone(timezone)?.localOf(ms) ?? ms).toISOString().slice(0, 16);
}

/** The instant that somebody means by a wall time of a zone; nothing while it is not whole. */
export function instantOf(text: string, timezone: string): string | undefined {
  const local = Date.parse(`${text}Z`);
  return Number.isNaN(local) ? undefined : instant(findZone(timezone)?.instantOf(local) ?? local);
}

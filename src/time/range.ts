import { formatDay, parseDay } from './day.js';
import { formatInstant, parseInstant } from './instant.js';
import type { Zone } from './zone.js';

/** The ranges that have a name. “Last N days” end yesterday. */
export const rangeNames = [
  'today',
  'yesterday',
  'last_7_days',
  'last_15_days',
  'last_30_days',
  'last_90_days',
] as const;

/** The name of a range. */
export type RangeName = (typeof rangeNames)[number];

/** `[start, end)` in epoch milliseconds. */
export interface Interval {
  readonly start: number;
  readonly end: number;
}

/** A range as it is written: days with both ends included, or instants with the end excluded. */
export interface RangeText {
  readonly start: string;
  readonly end: string;
}

/** A range as it is computed with: half-open, and the days that it touches. */
export interface TimeRange extends Interval {
  /** Whether it was given as whole days of the zone or as instants, which makes a report live. */
  readonly kind: 'days' | 'instants';
  /** Numbers of the first and last day that the range touches. */
  readonly firstDay: number;
  readonly lastDay: number;
  /** The range as an answer writes it. */
  readonly label: RangeText;
}

/** A range as it is asked: a name, or a start and an end. */
export interface RangeQuestion {
  readonly range?: string | undefined;
  readonly start?: string | undefined;
  readonly end?: string | undefined;
}

/** What is wrong with one part of an asked range. */
export interface RangeFault {
  /** `range`, `start`, `end`, or what the caller calls the last two. */
  readonly parameter: string;
  /** `reversed` is well written but holds no time; all others cannot be read. */
  readonly reason: 'missing' | 'ambiguous' | 'unknown' | 'malformed' | 'mixed' | 'reversed';
  readonly message: string;
  readonly allowed?: readonly string[];
}

/** The range, or all that is wrong with the question. */
export type RangeResult =
  { readonly range: TimeRange; readonly faults?: never } | { readonly range?: never; readonly faults: RangeFault[] };

/** The whole days from one day number to another, both included. */
export function dayRange(zone: Zone, firstDay: number, lastDay: number): TimeRange {
  const label = { start: formatDay(firstDay), end: formatDay(lastDay) };
  return { kind: 'days', start: zone.startOfDay(firstDay), end: zone.endOfDay(lastDay), firstDay, lastDay, label };
}

/** The range between two instants, the end excluded. */
export function instantRange(zone: Zone, start: number, end: number): TimeRange {
  const label = { start: formatInstant(start), end: formatInstant(end) };
  const [firstDay, lastDay] = [zone.dayNumberOf(start), zone.dayNumberOf(Math.max(start, end - 1))];
  return { kind: 'instants', start, end, firstDay, lastDay, label };
}

/** The range of a name; today is the day of the report's zone that holds `now`. */
export function namedRange(zone: Zone, name: RangeName, now: number): TimeRange {
  const today = zone.dayNumberOf(now);
  if (name === 'today') return dayRange(zone, today, today);
  const days = name === 'yesterday' ? 1 : Number(name.split('_')[1]);
  return dayRange(zone, today - days, today - 1);
}

/** Reads an asked range in the report's zone. `now` gives the named ranges their today. */
export function resolveRange(zone: Zone, question: RangeQuestion, now: number): RangeResult {
  const { range, start, end } = question;
  if (range === undefined && start === undefined && end === undefined) {
    const message = 'Say which time is asked: range, or start and end.';
    return { faults: [{ parameter: 'range', reason: 'missing', message, allowed: rangeNames }] };
  }
  if (range === undefined) return resolveStartEnd(zone, { start, end });
  if (start !== undefined || end !== undefined) {
    const message = 'Give either range, or start and end, not both.';
    return { faults: [{ parameter: 'range', reason: 'ambiguous', message }] };
  }
  if (isRangeName(range)) return { range: namedRange(zone, range, now) };
  const message = `“${range}” is not a named range. Use one of: ${rangeNames.join(', ')}. For other days give start and end.`;
  return { faults: [{ parameter: 'range', reason: 'unknown', message, allowed: rangeNames }] };
}

/**
 * Reads a start and an end in the report's zone.
 *
 * @param names what the question calls them, for the faults.
 */
export function resolveStartEnd(
  zone: Zone,
  { start: startText, end: endText }: Pick<RangeQuestion, 'start' | 'end'>,
  names: RangeText = { start: 'start', end: 'end' },
): RangeResult {
  const faults: RangeFault[] = [];
  const start = readEdge(names.start, names.end, startText, faults);
  const end = readEdge(names.end, names.start, endText, faults);
  if (!start || !end) return { faults };
  const fault = pairFault(start, end, names);
  if (fault) return { faults: [fault] };
  const make = start.kind === 'days' ? dayRange : instantRange;
  return { range: make(zone, start.value, end.value) };
}

/** Whether a text is the name of a range. */
export function isRangeName(text: string): text is RangeName {
  return (rangeNames as readonly string[]).includes(text);
}

/** How many days a range touches. */
export function daysOf(range: TimeRange): number {
  return range.lastDay - range.firstDay + 1;
}

interface Edge {
  readonly kind: 'days' | 'instants';
  readonly value: number;
}

function readEdge(parameter: string, other: string, text: string | undefined, faults: RangeFault[]): Edge | undefined {
  if (text === undefined) {
    faults.push({ parameter, reason: 'missing', message: `${parameter} is missing: it goes with ${other}.` });
    return undefined;
  }
  const day = parseDay(text);
  if (day !== undefined) return { kind: 'days', value: day };
  const instant = parseInstant(text);
  if (instant !== undefined) return { kind: 'instants', value: instant };
  const message = `“${text}” is neither a day (2026-03-01) nor an instant with its offset (2026-03-01T08:00:00Z).`;
  faults.push({ parameter, reason: 'malformed', message });
  return undefined;
}

function pairFault(start: Edge, end: Edge, names: RangeText): RangeFault | undefined {
  if (start.kind !== end.kind) {
    const message = `${names.start} and ${names.end} are of one kind: two days (both included), or two instants (the second excluded).`;
    return { parameter: names.end, reason: 'mixed', message };
  }
  if (end.value > start.value || (start.kind === 'days' && end.value === start.value)) return undefined;
  const message =
    start.kind === 'days'
      ? `${names.end} lies before ${names.start}.`
      : `${names.end} has to lie after ${names.start}.`;
  return { parameter: names.end, reason: 'reversed', message };
}

import { addMonths, formatDay, startOfMonth, startOfWeek, type Weekday } from './day.js';
import { clockStep, type Granularity } from './granularity.js';
import { formatInstant } from './instant.js';
import type { Interval, RangeText, TimeRange } from './range.js';
import type { Zone } from './zone.js';

/** How much of a bucket has data: all, a part because the range cuts it, a part because it is not over, or none yet. */
export type BucketState = 'complete' | 'clipped' | 'running' | 'future';

/** One bucket of a range. */
export interface Bucket extends Interval {
  readonly state: BucketState;
  /** As an answer writes it: days (both included) from `day` up, else instants (the end excluded). */
  readonly label: RangeText;
  /** The whole period of the calendar or clock that this bucket is (a part of). */
  readonly whole: Interval;
  /** The whole period before, which “retained” and “backflow” look back at. */
  readonly before: Interval;
}

/** How to cut. */
export interface BucketOptions {
  /** Buckets that start at or after this instant are `future`, the one that holds it is `running`. */
  readonly asOf: number;
  /** Monday unless it says otherwise. */
  readonly weekStart?: Weekday | undefined;
}

/** A period before it is cut by the range. `firstDay` and `lastDay` are set for those of the calendar. */
interface Period extends Interval {
  readonly before: Interval;
  readonly firstDay?: number;
  readonly lastDay?: number;
}

/** Cuts a range into buckets. Their edges join: each begins where the one before ends. */
export function cutBuckets(
  zone: Zone,
  range: TimeRange,
  granularity: Granularity,
  { asOf, weekStart = 'monday' }: BucketOptions,
): Bucket[] {
  return periods(zone, range, granularity, weekStart).map((period) => {
    const start = Math.max(period.start, range.start);
    const end = Math.min(period.end, range.end);
    const isClipped = start > period.start || end < period.end;
    const state = bucketState(start, end, isClipped, asOf);
    const whole = { start: period.start, end: period.end };
    return { start, end, state, label: labelOf(period, range, start, end), whole, before: period.before };
  });
}

/** The edges of joined buckets: one more than there are buckets. */
export function bucketEdges(buckets: readonly Interval[]): Float64Array {
  const edges = new Float64Array(buckets.length + 1);
  buckets.forEach((bucket, index) => (edges[index] = bucket.start));
  edges[buckets.length] = buckets.at(-1)?.end ?? 0;
  return edges;
}

/**
 * Finds the bucket that an instant falls in. It guesses by the mean length and steps from there, so that buckets of one
 * length cost a multiplication and uneven ones (months, a change of clocks) little more.
 */
export class BucketFinder {
  readonly edges: Float64Array;
  readonly #count: number;
  readonly #first: number;
  readonly #end: number;
  readonly #perMs: number;

  /** @param edges ascending starts of joined buckets and the end of the last. */
  constructor(edges: Float64Array) {
    this.edges = edges;
    this.#count = edges.length - 1;
    this.#first = edges[0] ?? Infinity;
    this.#end = edges.at(-1) ?? -Infinity;
    this.#perMs = this.#end > this.#first ? this.#count / (this.#end - this.#first) : 0;
  }

  /** The bucket that an instant falls in, −1 outside. */
  find(ms: number): number {
    if (!(ms >= this.#first && ms < this.#end)) return -1;
    if (this.#count === 1) return 0;
    const { edges } = this;
    let index = Math.min(this.#count - 1, ((ms - this.#first) * this.#perMs) | 0);
    while (ms < edges[index]!) index--;
    while (ms >= edges[index + 1]!) index++;
    return index;
  }

  /** The next edge after an instant: until when nothing begins or ends. */
  nextEdge(ms: number): number {
    if (ms < this.#first) return this.#first;
    return ms < this.#end ? this.edges[this.find(ms) + 1]! : Infinity;
  }
}

function bucketState(start: number, end: number, isClipped: boolean, asOf: number): BucketState {
  if (start >= asOf) return 'future';
  if (end > asOf) return 'running';
  return isClipped ? 'clipped' : 'complete';
}

function labelOf(period: Period, range: TimeRange, start: number, end: number): RangeText {
  if (period.firstDay === undefined || period.lastDay === undefined) {
    return { start: formatInstant(start), end: formatInstant(end) };
  }
  const [firstDay, lastDay] = [Math.max(period.firstDay, range.firstDay), Math.min(period.lastDay, range.lastDay)];
  return { start: formatDay(firstDay), end: formatDay(lastDay) };
}

function periods(zone: Zone, range: TimeRange, granularity: Granularity, weekStart: Weekday): Period[] {
  const step = clockStep(granularity);
  if (step !== undefined) return clockPeriods(zone, range, step);
  switch (granularity) {
    case 'week':
      return calendarPeriods(zone, range, startOfWeek(range.firstDay, weekStart), (day, weeks) => day + 7 * weeks);
    case 'month':
      return calendarPeriods(zone, range, startOfMonth(range.firstDay), addMonths);
    case 'day':
      return calendarPeriods(zone, range, range.firstDay, (day, days) => day + days);
    default:
      return [wholeRange(zone, range)];
  }
}

function wholeRange(zone: Zone, range: TimeRange): Period {
  const { start, end, firstDay, lastDay } = range;
  const before = periodBefore(zone, range);
  return range.kind === 'days' ? { start, end, before, firstDay, lastDay } : { start, end, before };
}

/** As many days ending the day before a range, or as much time before its first instant. */
export function periodBefore(zone: Zone, range: TimeRange): Interval {
  if (range.kind === 'instants') return { start: range.start - (range.end - range.start), end: range.start };
  const days = range.lastDay - range.firstDay + 1;
  return { start: zone.startOfDay(range.firstDay - days), end: range.start };
}

function calendarPeriods(
  zone: Zone,
  range: TimeRange,
  firstDay: number,
  move: (day: number, periods: number) => number,
): Period[] {
  const found: Period[] = [];
  let start = zone.startOfDay(firstDay);
  let before = zone.startOfDay(move(firstDay, -1));
  for (let day = firstDay; day <= range.lastDay; day = move(day, 1)) {
    const next = move(day, 1);
    const end = zone.startOfDay(next);
    found.push({ start, end, before: { start: before, end: start }, firstDay: day, lastDay: next - 1 });
    before = start;
    start = end;
  }
  return found;
}

/**
 * Steps of the local clock, cut anew wherever the clock is changed: the hour that a clock repeats is two buckets, and
 * one that it half jumps over is half as long.
 */
function clockPeriods(zone: Zone, range: TimeRange, step: number): Period[] {
  const edges = clockEdges(zone, range.start - 2 * step, range.end + step, step);
  const found: Period[] = [];
  for (let index = 1; index < edges.length - 1; index++) {
    const [previous, start, end] = [edges[index - 1]!, edges[index]!, edges[index + 1]!];
    if (start >= range.end) break;
    if (end > range.start) found.push({ start, end, before: { start: previous, end: start } });
  }
  return found;
}

function clockEdges(zone: Zone, from: number, to: number, step: number): number[] {
  const edges: number[] = [];
  for (const { from: start, to: end, offset } of zone.segments(from, to)) {
    if (start !== from) edges.push(start);
    let edge = (Math.floor((start + offset) / step) + 1) * step - offset;
    for (; edge < end; edge += step) edges.push(edge);
  }
  return edges;
}

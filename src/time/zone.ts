import { DAY_MS, formatDay, parseDay } from './day.js';
import { findSegments, offsetReader, type OffsetReader, type Segment } from './offsets.js';

/** About 13 months: most logs lie in one or two chunks, and a stray date costs one chunk and no more. */
const CHUNK_MS = 400 * DAY_MS;
/** No zone's clock has ever been further than this from UTC. */
const FURTHEST_MS = DAY_MS;

/**
 * One IANA time zone. Offsets come from Intl once per 13 months and are then a small table, so that cutting millions
 * of instants into days costs an addition and a division each.
 *
 * Days part the whole line of time: a day begins at the first instant at which the local clock reads that date (or
 * a later one). So a day whose midnight does not exist begins when the clock has jumped, a date that a zone skipped is
 * an empty day, and a clock that is set back across midnight does not bring the day before back.
 */
export class Zone {
  readonly name: string;
  readonly #read: OffsetReader;
  readonly #chunks = new Map<number, readonly Segment[]>();
  #last: Segment | undefined;

  constructor(name: string, read: OffsetReader) {
    this.name = name;
    this.#read = read;
  }

  /** The segment that holds an instant. Segments are also cut where the table's chunks meet. */
  segmentAt(ms: number): Segment {
    const last = this.#last;
    if (last && ms >= last.from && ms < last.to) return last;
    const segments = this.#chunk(Math.floor(ms / CHUNK_MS));
    let index = segments.length - 1;
    while (index > 0 && ms < segments[index]!.from) index--;
    return (this.#last = segments[index]!);
  }

  /** The segments that cover `[from, to)`, in order, each with the offset that holds in it. */
  segments(from: number, to: number): Segment[] {
    const found: Segment[] = [];
    for (let at = from; at < to;) {
      const segment = this.segmentAt(at);
      const end = Math.min(segment.to, to);
      const before = found.at(-1);
      if (before?.offset === segment.offset) found[found.length - 1] = { ...before, to: end };
      else found.push({ ...segment, from: at, to: end });
      at = end;
    }
    return found;
  }

  /** What to add to UTC to read the local clock, in milliseconds. */
  offsetAt(ms: number): number {
    return this.segmentAt(ms).offset;
  }

  /** The local clock as if it were UTC: `localOf(ms) % 86_400_000` is the time of day. */
  localOf(ms: number): number {
    return ms + this.segmentAt(ms).offset;
  }

  /**
   * The first instant at which the local clock reads this time or a later one. A time that the clock jumps over is
   * the instant of the jump, a time that it reads twice is the first of the two.
   */
  instantOf(local: number): number {
    const last = this.#last;
    // Where one offset has held for a day and still does, nothing else can be the first.
    if (last && last.from <= local - FURTHEST_MS && local - last.offset < last.to) return local - last.offset;
    for (const { from, to, offset } of this.segments(local - FURTHEST_MS, local + FURTHEST_MS)) {
      const instant = Math.max(from, local - offset);
      if (instant < to) return instant;
    }
    return local + FURTHEST_MS;
  }

  /** The number (days since 1970-01-01) of the day that holds an instant. */
  dayNumberOf(ms: number): number {
    const segment = this.segmentAt(ms);
    return Math.max(Math.floor((ms + segment.offset) / DAY_MS), segment.leastDay);
  }

  /** The day numbers of many instants, in any order. */
  dayNumbers(instants: Float64Array, days = new Int32Array(instants.length)): Int32Array {
    let from = Infinity;
    let to = -Infinity;
    let offset = 0;
    let leastDay = 0;
    for (let row = 0; row < instants.length; row++) {
      const ms = instants[row]!;
      if (ms < from || ms >= to) {
        ({ from, to, offset, leastDay } = this.segmentAt(ms));
      }
      const day = Math.floor((ms + offset) / DAY_MS);
      days[row] = day < leastDay ? leastDay : day;
    }
    return days;
  }

  /** The day (`YYYY-MM-DD`) that holds an instant. */
  dayOf(ms: number): string {
    return formatDay(this.dayNumberOf(ms));
  }

  /** The instant at which a day begins; a day is its number or its `YYYY-MM-DD`. */
  startOfDay(day: number | string): number {
    const number = typeof day === 'number' ? day : parseDay(day);
    if (number === undefined) throw new RangeError(`“${day}” is not a day. Write it as YYYY-MM-DD.`);
    return this.instantOf(number * DAY_MS);
  }

  /** The instant at which a day ends, which is where the next one begins. */
  endOfDay(day: number | string): number {
    const start = typeof day === 'number' ? day : parseDay(day);
    if (start === undefined) throw new RangeError(`“${day}” is not a day. Write it as YYYY-MM-DD.`);
    return this.startOfDay(start + 1);
  }

  #chunk(number: number): readonly Segment[] {
    let segments = this.#chunks.get(number);
    if (!segments) {
      segments = findSegments(this.#read, number * CHUNK_MS, (number + 1) * CHUNK_MS);
      this.#chunks.set(number, segments);
    }
    return segments;
  }
}

const zones = new Map<string, Zone>();

/** The zone of this name, or nothing where the name is unknown. One zone object serves every caller. */
export function findZone(name: string): Zone | undefined {
  const known = zones.get(name);
  if (known) return known;
  const read = offsetReader(name);
  if (!read) return undefined;
  const zone = new Zone(name, read);
  zones.set(name, zone);
  return zone;
}

/** The zone of a name that was checked before; throws a `RangeError` that says what to write where it was not. */
export function zone(name: string): Zone {
  const found = findZone(name);
  if (!found) throw new RangeError(unknownZone(name));
  return found;
}

/** What to tell someone who named a zone that does not exist. */
export function unknownZone(name: string): string {
  return `“${name}” is not a time zone. Name one of the IANA zones, such as UTC, Asia/Shanghai or America/New_York.`;
}

import { DAY_MS } from './day.js';

/** A stretch of time during which a zone keeps one offset from UTC: `[from, to)` in epoch milliseconds. */
export interface Segment {
  readonly from: number;
  readonly to: number;
  /** What to add to UTC to read the local clock, in milliseconds. */
  readonly offset: number;
  /** The number of the day that the clock read just before: a clock that is set back does not bring a day back. */
  readonly leastDay: number;
}

/** Reads a zone's offset at an instant, in milliseconds. */
export type OffsetReader = (ms: number) => number;

// The shortest time between two changes that tzdata knows since 1970 is 13 days (San Juan, 2004).
const PROBE_MS = 3 * DAY_MS;
const OFFSET_TEXT = /(?:GMT|UTC)(?:([+\-−])(\d{1,2})(?::?(\d{2}))?(?::?(\d{2}))?)?$/;

/**
 * Makes the reader of one IANA zone, or nothing where Intl does not know the name.
 * Offsets such as `+08:00` are no zone names: only some engines take them.
 */
export function offsetReader(name: string): OffsetReader | undefined {
  if (!/^[A-Za-z]/.test(name)) return undefined;
  let format: Intl.DateTimeFormat;
  try {
    format = new Intl.DateTimeFormat('en-US', { timeZone: name, timeZoneName: 'longOffset' });
  } catch {
    return undefined;
  }
  return (ms) => parseOffset(format.format(ms));
}

/**
 * The segments of `[from, to)`. Probes find that something changed, halving finds the second in which it did;
 * searching on from there finds a second change within the same probe.
 */
export function findSegments(read: OffsetReader, from: number, to: number): Segment[] {
  const segments: Segment[] = [];
  let start = from;
  let offset = read(from);
  let leastDay = Math.floor((from - 1 + read(from - 1)) / DAY_MS);
  let known = from;
  while (known < to) {
    const next = Math.min(known + PROBE_MS, to);
    if (read(next - 1) === offset) {
      known = next;
      continue;
    }
    const change = firstChange(read, known, next - 1, offset);
    segments.push({ from: start, to: change, offset, leastDay });
    leastDay = Math.floor((change - 1 + offset) / DAY_MS);
    start = known = change;
    offset = read(change);
  }
  segments.push({ from: start, to, offset, leastDay });
  return segments;
}

function firstChange(read: OffsetReader, from: number, to: number, offset: number): number {
  let same = Math.floor((from - 1) / 1000); // the change may come at `from` itself
  let other = Math.floor(to / 1000);
  while (other - same > 1) {
    const middle = Math.floor((same + other) / 2);
    if (read(middle * 1000) === offset) same = middle;
    else other = middle;
  }
  return other * 1000;
}

function parseOffset(text: string): number {
  const parts = OFFSET_TEXT.exec(text);
  if (!parts) throw new RangeError(`Intl gave “${text}” where an offset from GMT was expected.`);
  const [, sign, hours = '0', minutes = '0', seconds = '0'] = parts;
  const size = (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000;
  return sign === '-' || sign === '−' ? -size : size;
}

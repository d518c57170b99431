import { BucketFinder } from '#time/buckets.js';
import type { Zone } from '#time/zone.js';
import type { DerivedData } from '../store/derived.js';
import type { Periods } from './periods.js';
import type { ScopeLog, Slice } from './scope-log.js';

/** The days of a zone on which each user visits, each once, ascending: what a question about people has to read. */
export interface VisitDays extends DerivedData {
  /** Places in `starts`; of a user who has moved the last, at which no day begins. */
  readonly days: Uint16Array;
  /** Where the days of each user begin; one more than there are users. */
  readonly offsets: Uint32Array;
  /** When each day begins, and when the last one ends. */
  readonly starts: Float64Array;
}

/** Of longer logs (some forty years) no days are listed: a wrong clock may claim any year. */
const MOST_DAYS = 15_000;

/**
 * Lists the days of visits once. `wanted` has 1 for the codes of events that are visits.
 *
 * @returns nothing where the slice is empty or holds too long a time.
 */
function visitDaysOf(slice: Slice, zone: Zone, wanted: Uint8Array): VisitDays | undefined {
  const { minTs, maxTs, length } = slice.segment;
  if (length === 0 || maxTs - minTs > MOST_DAYS * 86_400_000) return undefined;
  const key = `${zone.name} ${String(wanted)}`;
  slice.recipes.note(`days ${key}`, (other) => visitDaysOf(other, zone, wanted));
  return slice.sessions.dimensions.get('days', key, () => listDays(slice, startsOfDays(zone, minTs, maxTs), wanted));
}

/** The days of visits in every slice, where all periods are of whole days and none of the slices holds too long a time. */
export function visitDaysOfLog(
  { slices }: ScopeLog,
  periods: Periods,
  zone: Zone,
  wanted: Uint8Array,
): VisitDays[] | undefined {
  if (!periods.areOfDays(zone)) return undefined;
  const lists = slices.map((slice) => visitDaysOf(slice, zone, wanted));
  return lists.every((list) => list !== undefined) ? lists : undefined;
}

function startsOfDays(zone: Zone, from: number, to: number): Float64Array {
  const first = zone.dayNumberOf(from);
  const starts = [zone.startOfDay(first)];
  while (starts.at(-1)! <= to) starts.push(zone.startOfDay(first + starts.length));
  return Float64Array.from(starts);
}

function listDays(slice: Slice, starts: Float64Array, wanted: Uint8Array): VisitDays {
  const { segment, sessions } = slice;
  const { start, lengthMs, offsets: opensOf } = sessions.opens;
  const finder = new BucketFinder(starts);
  const list = new DayList(sessions.opens.count);
  const offsets = new Uint32Array(segment.users.length + 1);
  for (let user = 0; user < segment.users.length; user++) {
    list.beginUser();
    for (let open = opensOf[user]!; open < opensOf[user + 1]!; open++) {
      const day = finder.find(start[open]!);
      if (start[open]! + lengthMs[open]! < starts[day + 1]!) list.add(day);
      else addDaysOfRows(slice, open, finder, wanted, list);
    }
    offsets[user + 1] = list.length;
  }
  const days = list.take();
  const bytes = days.byteLength + offsets.byteLength + starts.byteLength;
  return {
    days,
    offsets,
    starts,
    bytes,
    forget: (user) => days.fill(starts.length - 1, offsets[user], offsets[user + 1]),
  };
}

/** An open that goes on past midnight: the days of the launches and page views in it. */
function addDaysOfRows(slice: Slice, open: number, finder: BucketFinder, wanted: Uint8Array, list: DayList): void {
  const { segment, sessions } = slice;
  const { opens, openOf } = sessions;
  const events = segment.codes.get('event')!;
  const last = opens.firstRow[open]! + opens.span[open]!;
  for (let row = opens.firstRow[open]!; row <= last; row++) {
    if (wanted[events[row]!] === 1 && openOf[row] === open + 1) list.add(finder.find(segment.ts[row]!));
  }
}

/** Days of one user after the other, each once. */
class DayList {
  length = 0;
  #days: Uint16Array;
  #last = -1;

  constructor(likely: number) {
    this.#days = new Uint16Array(likely);
  }

  beginUser(): void {
    this.#last = -1;
  }

  add(day: number): void {
    if (day < 0 || day === this.#last) return;
    this.#last = day;
    if (this.length === this.#days.length) {
      const larger = new Uint16Array(2 * this.length + 16);
      larger.set(this.#days);
      this.#days = larger;
    }
    this.#days[this.length++] = day;
  }

  take(): Uint16Array {
    return this.#days.slice(0, this.length);
  }
}

import { countRows, rowsOfEvents, type EventRows } from '../scan/event-rows.js';
import type { Match } from '../scan/match.js';
import type { ScopeLog, Slice } from '../scan/scope-log.js';
import type { CodeArray } from '../store/code-array.js';
import { roleCodes } from '../store/roles.js';
import type { Store } from '../store/store.js';
import { firstAtOrAfter } from '../store/first-at-or-after.js';
import type { OrderedEvents } from './funnel-chain.js';

/** The events that can serve a step. */
export interface StepEvents {
  /** The raw name or role that the step names. */
  readonly name: string;
  readonly matches: readonly Match[];
}

/** One person's events in the order of time, equal times in ingestion order; the same object for every person. */
export interface PersonEvents extends OrderedEvents {
  readonly from: number;
  readonly to: number;
  /** The slice and row of an event by its place. */
  placeOf(at: number): readonly [slice: number, row: number];
  /** The names (codes of `event`) of at most `count` events of theirs that come after one, whether or not a step names them. */
  after(at: number, count: number): readonly number[];
}

/** Takes the events of one person after the other. */
export interface EventsTaker {
  take(events: PersonEvents): void;
}

/**
 * Gives the events of each person in `[from, to)`. As a rule these are rows as they lie in the segment; where a person
 * has rows in several places, or a filter chooses among them, those that can serve a step are brought together first.
 */
export function takePersonsEvents(
  log: ScopeLog,
  steps: readonly StepEvents[],
  from: number,
  to: number,
  taker: EventsTaker,
): void {
  const masks = stepMasks(log.store, steps);
  const isFiltered = steps.some(({ matches }) => matches.some((match) => match.rows !== null));
  if (!isFiltered && !log.isAcrossApps) {
    const wanted = Uint8Array.from(masks, (mask) => +(mask !== 0));
    for (const slice of log.slices) {
      const isWorthIt = countRows(slice, wanted) <= WORTH_LISTING * slice.segment.length;
      const rows = isWorthIt
        ? new ListedRows(slice, masks, rowsOfEvents(slice, wanted), to)
        : new UserRows(slice, masks);
      takeUsersRows(rows, from, to, taker);
    }
    return;
  }
  const { firstOfPerson } = log.members;
  for (let person = 0; person < firstOfPerson.length - 1; person++) {
    taker.take(gather(log, steps, masks, firstOfPerson[person]!, firstOfPerson[person + 1]!, from, to));
  }
}

/** Where more of a slice's rows than this can serve a step, they are read as they lie. */
const WORTH_LISTING = 0.5;

/** The rows of a segment as they lie, which is user by user in the order of time. */
class UserRows implements PersonEvents {
  readonly ts: Float64Array;
  readonly codes: CodeArray;
  readonly offsets: Uint32Array;
  from = 0;
  to = 0;

  constructor(
    private readonly slice: Slice,
    readonly masks: Uint16Array,
  ) {
    this.ts = slice.segment.ts;
    this.offsets = slice.segment.offsets;
    this.codes = slice.segment.codes.get('event')!;
  }

  placeOf(at: number): [slice: number, row: number] {
    return [this.slice.index, at];
  }

  after(at: number, count: number): number[] {
    return [...this.codes.subarray(at + 1, Math.min(at + 1 + count, this.to))];
  }
}

/** The rows of the events that can serve a step, listed user by user in the order of time. */
class ListedRows implements PersonEvents {
  readonly ts: Float64Array;
  readonly codes: CodeArray;
  readonly offsets: Uint32Array;
  from = 0;
  to = 0;

  constructor(
    private readonly slice: Slice,
    readonly masks: Uint16Array,
    private readonly list: EventRows,
    private readonly until: number,
  ) {
    this.ts = list.times;
    this.codes = list.codes;
    this.offsets = list.offsets;
  }

  placeOf(at: number): [slice: number, row: number] {
    return [this.slice.index, this.list.rows[at]!];
  }

  after(at: number, count: number): number[] {
    const { ts, offsets, codes } = this.slice.segment;
    const next = this.list.rows[at]! + 1;
    const end = firstAtOrAfter(ts, this.until, next, offsets[this.list.users[at]! + 1]);
    return [...codes.get('event')!.subarray(next, Math.min(next + count, end))];
  }
}

function takeUsersRows(rows: UserRows | ListedRows, from: number, to: number, taker: EventsTaker): void {
  const { ts, offsets } = rows;
  for (let user = 0; user < offsets.length - 1; user++) {
    const end = offsets[user + 1]!;
    let start = offsets[user]!;
    if (start === end) continue;
    // Rows of a user who has moved have no time, and nothing to give. Most users are outside most ranges.
    if (!(ts[start]! < to && ts[end - 1]! >= from)) continue;
    start = ts[start]! >= from ? start : firstAtOrAfter(ts, from, start, end);
    const stop = ts[end - 1]! < to ? end : firstAtOrAfter(ts, to, start, end);
    if (start === stop) continue;
    rows.from = start;
    rows.to = stop;
    taker.take(rows);
  }
}

/** By event code, a bit for each step that the event can serve. */
function stepMasks(store: Store, steps: readonly StepEvents[]): Uint16Array {
  const events = store.dictionary('event');
  const roles = roleCodes as Readonly<Record<string, number>>;
  return Uint16Array.from(store.roles, (role, code) =>
    steps.reduce((mask, { name }, step) => {
      const isNamed = code !== 0 && (code === events.codeOf(name) || role === roles[name]);
      return isNamed ? mask | (1 << step) : mask;
    }, 0),
  );
}

const ownMasks = Uint16Array.from({ length: 1 << 10 }, (_, mask) => mask);

/** Brings together the events of a person that can serve a step. */
function gather(
  log: ScopeLog,
  steps: readonly StepEvents[],
  masks: Uint16Array,
  first: number,
  end: number,
  from: number,
  to: number,
): PersonEvents {
  const rowsOf = (serves: ServesOf) => rowsOfPerson(log, first, end, from, to, serves);
  const found = rowsOf((event, slice, row) => matchingSteps(masks[event]!, steps, slice, row));
  return {
    ts: Float64Array.from(found, ({ time }) => time),
    codes: Uint16Array.from(found, ({ serves }) => serves),
    masks: ownMasks,
    from: 0,
    to: found.length,
    placeOf: (at) => [found[at]!.slice, found[at]!.row],
    after(at, count) {
      const rows = rowsOf((event) => event + 1);
      const place = rows.findIndex(({ slice, row }) => slice === found[at]!.slice && row === found[at]!.row);
      return rows.slice(place + 1, place + 1 + count).map(({ serves }) => serves - 1);
    },
  };
}

/** What a row is good for, by its code of `event` and its place; 0 leaves it out. */
type ServesOf = (event: number, slice: number, row: number) => number;

/** A person's rows in `[from, to)` that serve something, in the order of time, equal times in ingestion order. */
function rowsOfPerson(
  { slices, members }: ScopeLog,
  first: number,
  end: number,
  from: number,
  to: number,
  servesOf: ServesOf,
) {
  const found: { time: number; serves: number; slice: number; row: number; sequence: number }[] = [];
  for (let member = first; member < end; member++) {
    const slice = members.slice[member]!;
    const { ts, offsets, codes, sequence } = slices[slice]!.segment;
    const events = codes.get('event')!;
    const [start, stop] = rowsBetween(ts, offsets, members.user[member]!, from, to);
    for (let row = start; row < stop; row++) {
      const serves = servesOf(events[row]!, slice, row);
      if (serves !== 0) found.push({ time: ts[row]!, serves, slice, row, sequence: sequence[row]! });
    }
  }
  if (end - first > 1) found.sort((a, b) => a.time - b.time || a.sequence - b.sequence);
  return found;
}

function matchingSteps(serves: number, steps: readonly StepEvents[], slice: number, row: number): number {
  let matching = serves;
  for (let step = 0; matching >> step !== 0; step++) {
    if ((matching & (1 << step)) !== 0 && steps[step]!.matches[slice]!.rows?.has(row) === false)
      matching &= ~(1 << step);
  }
  return matching;
}

function rowsBetween(
  ts: Float64Array,
  offsets: Uint32Array,
  user: number,
  from: number,
  to: number,
): [start: number, stop: number] {
  const [first, end] = [offsets[user]!, offsets[user + 1]!];
  return [firstAtOrAfter(ts, from, first, end), firstAtOrAfter(ts, to, first, end)];
}

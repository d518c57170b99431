import type { Bitset } from '../store/bitset.js';
import { rowsOfEvents, type EventRows } from './event-rows.js';
import type { FactWriter } from './fact-writer.js';
import type { Match } from './match.js';
import type { Periods } from './periods.js';
import type { Slice } from './scope-log.js';
import type { VisitDays } from './visit-days.js';

/** What of a slice is read at once: the items of some users, or of one list that stands for a user. */
export interface Items {
  /** Where the items of each user begin; one more than there are users. */
  readonly offsets: Uint32Array;
  /** The first user, and the one after the last: positions, or places in `users`. */
  from: number;
  to: number;
  /** Positions of users, where not all between two are read. */
  readonly users: Uint32Array | null;
  /** From when on nothing of each of these users is wanted any more; what lies later may be left out. */
  readonly ends: Float64Array | null;
  /** The person that the user at position 0 would be: those of the others follow. */
  person: number;
}

/** Reads facts out of a slice. Items are opens, or events of some codes. */
export interface Reader {
  /** Whether items are opens. */
  readonly isOfOpens: boolean;
  /** Where the items of each user of a slice begin; one more than there are users. */
  offsetsOf(slice: Slice): Uint32Array;
  /** Writes what of the items lies in the time that is asked for and passes the filters, with its period as the cell. */
  read(slice: Slice, items: Items, writer: FactWriter): void;
}

/** What a reader goes by. */
export interface Reading {
  /** The time that is asked for: `[from, to)`. */
  readonly from: number;
  readonly to: number;
  readonly periods: Periods;
  /** Facts of all time, each with its time, all in one cell. */
  readonly isEver: boolean;
  /** Whether one fact a person is enough: all are in one cell, and people are all that is counted. */
  readonly isOnce: boolean;
  readonly matches: readonly Match[];
}

/** Reads events of some codes. */
export class EventReader implements Reader {
  readonly isOfOpens = false;
  readonly #lists: EventRows[] = [];

  constructor(
    private readonly reading: Reading,
    private readonly wanted: Uint8Array,
  ) {}

  offsetsOf(slice: Slice): Uint32Array {
    return this.#listOf(slice).offsets;
  }

  read(slice: Slice, items: Items, writer: FactWriter): void {
    if (!items.users) {
      this.#readBetween(slice, items, items.from, items.to, writer);
      return;
    }
    for (let place = items.from; place < items.to; place++) {
      this.#readBetween(slice, items, items.users[place]!, items.users[place]! + 1, writer);
    }
  }

  #readBetween(slice: Slice, { offsets, person }: Items, from: number, to: number, writer: FactWriter): void {
    const { rows, users, opens, times } = this.#listOf(slice);
    const { from: since, to: until, isEver, matches } = this.reading;
    const { finder } = this.reading.periods;
    const bits = wordsOf(matches[slice.index]!.rows);
    const end = offsets[to]!;
    writer.begin(slice, false);
    const { facts } = writer;
    for (let index = offsets[from]!; index < end; index++) {
      const time = times[index]!;
      if (!(time >= since && time < until)) continue;
      const row = rows[index]!;
      if (!passes(bits, row)) continue;
      facts.putEvent(person + users[index]!, row, opens[index]!, time, isEver ? 0 : finder.find(time));
      if (facts.isFull) writer.flush();
    }
  }

  #listOf(slice: Slice): EventRows {
    return (this.#lists[slice.index] ??= rowsOfEvents(slice, this.wanted));
  }
}

/** What reads opens, user by user in the order of their start. */
abstract class OpensReader implements Reader {
  readonly isOfOpens = true;

  constructor(protected readonly reading: Reading) {}

  offsetsOf({ sessions }: Slice): Uint32Array {
    return sessions.opens.offsets;
  }

  abstract read(slice: Slice, items: Items, writer: FactWriter): void;
}

/** Reads opens by their start. */
export class OpenReader extends OpensReader {
  override read(slice: Slice, { offsets, users, from, to, person }: Items, writer: FactWriter): void {
    const { start } = slice.sessions.opens;
    const { from: since, to: until, isEver, matches } = this.reading;
    const { finder } = this.reading.periods;
    const bits = wordsOf(matches[slice.index]!.opens);
    writer.begin(slice, true);
    const { facts } = writer;
    for (let place = from; place < to; place++) {
      const user = users ? users[place]! : place;
      const end = offsets[user + 1]!;
      for (let open = offsets[user]!; open < end; open++) {
        const time = start[open]!;
        if (!(time >= since && time < until) || !passes(bits, open)) continue;
        facts.putOpen(person + user, open, time, isEver ? 0 : finder.find(time));
        if (facts.isFull) writer.flush();
      }
    }
  }
}

/** Reads the first open of each user, which begins with the user's first visit. */
export class FirstOpenReader extends OpensReader {
  override read(slice: Slice, { offsets, users, from, to, person }: Items, writer: FactWriter): void {
    const { start } = slice.sessions.opens;
    const { from: since, to: until, isEver, matches } = this.reading;
    const { finder } = this.reading.periods;
    const bits = wordsOf(matches[slice.index]!.opens);
    writer.begin(slice, true);
    const { facts } = writer;
    for (let place = from; place < to; place++) {
      const user = users ? users[place]! : place;
      const open = offsets[user]!;
      // Someone without an open has none here; the open at that place is the next user's.
      if (open === offsets[user + 1]) continue;
      const time = start[open]!;
      if (!(time >= since && time < until) || !passes(bits, open)) continue;
      facts.putOpen(person + user, open, time, isEver ? 0 : finder.find(time));
      if (facts.isFull) writer.flush();
    }
  }
}

/** Reads page views one by one. */
export class ViewReader extends OpensReader {
  override read(slice: Slice, { offsets, users, from, to, person }: Items, writer: FactWriter): void {
    const { opens, views } = slice.sessions;
    const { start, lengthMs } = opens;
    const { from: since, to: until, matches } = this.reading;
    const { finder } = this.reading.periods;
    const bits = wordsOf(matches[slice.index]!.rows);
    writer.begin(slice, false);
    const { facts } = writer;
    for (let place = from; place < to; place++) {
      const user = users ? users[place]! : place;
      const end = offsets[user + 1]!;
      for (let open = offsets[user]!; open < end; open++) {
        const time = start[open]!;
        const last = time + lengthMs[open]!;
        if (!(time < until && last >= since)) continue;
        const cell = finder.find(time);
        if (cell < 0 || last >= finder.edges[cell + 1]!) {
          writeViews(slice, open, person + user, this.reading, bits, writer);
          continue;
        }
        for (let view = views.offsets[open]!; view < views.offsets[open + 1]!; view++) {
          const row = views.row[view]!;
          if (!passes(bits, row)) continue;
          facts.putView(person + user, row, view, open + 1, cell);
          if (facts.isFull) writer.flush();
        }
      }
    }
  }
}

/** Reads page views by the open: as one fact where all of an open lies in one period, else one by one. */
export class ViewsByOpenReader extends OpensReader {
  override read(slice: Slice, { offsets, users, from, to, person }: Items, writer: FactWriter): void {
    const { start, lengthMs, pageViews } = slice.sessions.opens;
    const { from: since, to: until, matches, isOnce } = this.reading;
    const { finder } = this.reading.periods;
    const bits = wordsOf(matches[slice.index]!.opens);
    writer.begin(slice, true);
    const { facts } = writer;
    for (let place = from; place < to; place++) {
      const user = users ? users[place]! : place;
      const end = offsets[user + 1]!;
      for (let open = offsets[user]!; open < end; open++) {
        const time = start[open]!;
        const last = time + lengthMs[open]!;
        if (!(time < until && last >= since) || pageViews[open] === 0 || !passes(bits, open)) continue;
        const cell = finder.find(time);
        if (cell < 0 || last >= finder.edges[cell + 1]!) {
          writer.begin(slice, false);
          writeViews(slice, open, person + user, this.reading, null, writer);
          writer.begin(slice, true);
          continue;
        }
        facts.putOpen(person + user, open, time, cell);
        if (facts.isFull) writer.flush();
        if (isOnce) break;
      }
    }
  }
}

/**
 * Reads visits by the open: as one fact where all of an open lies in one period, else its launches and page views. Who
 * counts people has no need of more.
 */
export class VisitsByOpenReader extends OpensReader {
  constructor(
    reading: Reading,
    private readonly wanted: Uint8Array,
  ) {
    super(reading);
  }

  override read(slice: Slice, { offsets, users, ends, from, to, person }: Items, writer: FactWriter): void {
    const { start, lengthMs } = slice.sessions.opens;
    const { from: since, to: until, isEver, isOnce, matches, periods } = this.reading;
    const quiet = isEver ? periods.quiet : periods.finder;
    const { edges } = quiet;
    const bits = wordsOf(matches[slice.index]!.opens);
    writer.begin(slice, true);
    const { facts } = writer;
    for (let place = from; place < to; place++) {
      const user = users ? users[place]! : place;
      const end = offsets[user + 1]!;
      const stop = ends ? Math.min(until, ends[place]!) : until;
      for (let open = offsets[user]!; open < end; open++) {
        const time = start[open]!;
        // What follows begins later still; of a user who has moved nothing has a time.
        if (!(time < stop)) break;
        const last = time + lengthMs[open]!;
        if (!(last >= since) || !passes(bits, open)) continue;
        const cell = quiet.find(time);
        if (cell < 0 || last >= edges[cell + 1]!) {
          writeVisits(slice, open, person + user, this.reading, this.wanted, writer);
          continue;
        }
        facts.putOpen(person + user, open, time, isEver ? 0 : cell);
        if (facts.isFull) writer.flush();
        if (isOnce) break;
      }
    }
  }
}

/**
 * Reads the days on which users visit: enough where periods are made of whole days and only people are counted. A fact
 * is a day; it has a person, a cell and the time at which the day begins.
 */
export class VisitDaysReader implements Reader {
  readonly isOfOpens = false;
  readonly #cells: (Int32Array | undefined)[] = [];

  constructor(
    private readonly reading: Reading,
    /** By slice. */
    private readonly lists: readonly VisitDays[],
  ) {}

  offsetsOf(slice: Slice): Uint32Array {
    return this.lists[slice.index]!.offsets;
  }

  read(slice: Slice, { offsets, users, ends, from, to, person }: Items, writer: FactWriter): void {
    const { days, starts } = this.lists[slice.index]!;
    const cells = (this.#cells[slice.index] ??= this.#cellsOf(starts));
    writer.begin(slice, false);
    const { facts } = writer;
    for (let place = from; place < to; place++) {
      const user = users ? users[place]! : place;
      const stop = ends ? ends[place]! : Infinity;
      const end = offsets[user + 1]!;
      for (let index = offsets[user]!; index < end; index++) {
        const day = days[index]!;
        const cell = cells[day]!;
        if (cell < 0) continue;
        const time = starts[day]!;
        if (time >= stop) break;
        facts.putDay(person + user, time, cell);
        if (facts.isFull) writer.flush();
      }
    }
  }

  /** By day, the cell in which it counts; −1 where it is not asked for. */
  #cellsOf(starts: Float64Array): Int32Array {
    const { to, isEver, periods } = this.reading;
    const cells = new Int32Array(starts.length).fill(-1);
    for (let day = 0; day < starts.length - 1; day++) {
      const time = starts[day]!;
      if (isEver) cells[day] = time < to ? 0 : -1;
      else cells[day] = periods.find(time);
    }
    return cells;
  }
}

/** The page views of an open that lie in the time asked for. */
export function writeViews(
  slice: Slice,
  open: number,
  person: number,
  { from: since, to: until, periods: { finder } }: Reading,
  bits: Uint32Array | null,
  writer: FactWriter,
): void {
  const { ts } = slice.segment;
  const { offsets, row: rows } = slice.sessions.views;
  const { facts } = writer;
  for (let view = offsets[open]!; view < offsets[open + 1]!; view++) {
    const row = rows[view]!;
    const time = ts[row]!;
    if (!(time >= since && time < until) || !passes(bits, row)) continue;
    facts.putView(person, row, view, open + 1, finder.find(time));
    if (facts.isFull) writer.flush();
  }
}

/** The launches and page views of an open that lie in the time asked for, each as a fact about the open. */
export function writeVisits(
  slice: Slice,
  open: number,
  person: number,
  { from: since, to: until, isEver, periods: { finder } }: Reading,
  wanted: Uint8Array,
  writer: FactWriter,
): void {
  const { segment, sessions } = slice;
  const { opens, openOf } = sessions;
  const events = segment.codes.get('event')!;
  const { facts } = writer;
  const last = opens.firstRow[open]! + opens.span[open]!;
  for (let row = opens.firstRow[open]!; row <= last; row++) {
    if (wanted[events[row]!] === 0 || openOf[row] !== open + 1) continue;
    const time = segment.ts[row]!;
    if (!(time >= since && time < until)) continue;
    facts.putOpen(person, open, time, isEver ? 0 : finder.find(time));
    if (facts.isFull) writer.flush();
  }
}

/** The words of some bits; nothing where everything passes. */
export function wordsOf(bits: Bitset | null): Uint32Array | null {
  return bits ? bits.words : null;
}

/** Whether the bit of an index is set; without words every one is. */
export function passes(words: Uint32Array | null, index: number): boolean {
  return words === null || (words[index >>> 5]! & (1 << (index & 31))) !== 0;
}

import { firstAtOrAfter } from '../store/first-at-or-after.js';
import { CHUNK_SIZE } from './facts.js';
import type { FactWriter } from './fact-writer.js';
import { firstOpensByTime, opensByTime, type OpensByTime } from './opens-by-time.js';
import { writeViews, writeVisits } from './facts-of-open.js';
import { passes, wordsOf, type Reading } from './reader.js';
import type { FactSource } from './scan.js';
import type { Slice } from './scope-log.js';

/**
 * Reads opens in the order of time, period by period: who needs no person's facts together has no need to look at what
 * lies outside the range. Of each person the facts still come in the order of time.
 */
export interface TimeReader {
  /** Which opens are read. */
  listOf(slice: Slice): OpensByTime;
  /**
   * Up to which part of a slice's time this is the quicker order. Where what is read of an open lies somewhere else, the
   * order of time means to jump; to read on through all of the slice is quicker from some part on.
   */
  readonly upTo: number;
  /** Which opens hold a fact at all; all of them where there is nothing. */
  neededOf?(slice: Slice): ArrayLike<number>;
  /** Writes the facts of an open that goes on from one period into another; without it only the start counts. */
  writeEach?(slice: Slice, open: number, person: number, writer: FactWriter): void;
  /** Whether every open is written fact by fact, because each event has to be looked at for itself. */
  readonly isOfEvents?: boolean;
}

/** The reader in time of what opens tell, if there is one. */
export function timeReaderOf(
  source: FactSource,
  isOfOpens: boolean,
  jumps: boolean,
  reading: Reading,
): TimeReader | null {
  const listOf = opensByTime;
  const upTo = jumps ? WORTH_JUMPING.toOpens : Infinity;
  switch (source.kind) {
    case 'opens':
      return { listOf, upTo };
    case 'newcomers':
      return { listOf: firstOpensByTime, upTo: Infinity };
    case 'views':
      return isOfOpens ? viewsByOpen(reading, upTo) : eachView(reading);
    case 'visits':
      return isOfOpens ? visitsByOpen(reading, source.wanted) : null;
    case 'events':
      return null;
  }
}

/** Measured on a million events: up to which part of the time it is quicker to jump to what is asked for. */
const WORTH_JUMPING = { toOpens: 0.7, toEvents: 0.02 };

/** Visits of people: one fact an open and period, as an open begins with a visit. */
function visitsByOpen(reading: Reading, wanted: Uint8Array): TimeReader {
  return {
    ...{ listOf: opensByTime, upTo: Infinity },
    writeEach: (slice, open, person, writer) => writeVisits(slice, open, person, reading, wanted, writer),
  };
}

/** Page views, one fact for all of an open that lies in one period. */
function viewsByOpen(reading: Reading, upTo: number): TimeReader {
  return {
    ...{ listOf: opensByTime, upTo },
    neededOf: ({ sessions }) => sessions.opens.pageViews,
    writeEach(slice, open, person, writer) {
      writer.begin(slice, false);
      writeViews(slice, open, person, reading, null, writer);
      writer.begin(slice, true);
    },
  };
}

function eachView(reading: Reading): TimeReader {
  return {
    ...{ listOf: opensByTime, upTo: WORTH_JUMPING.toEvents, isOfEvents: true },
    writeEach(slice, open, person, writer) {
      writer.begin(slice, false);
      writeViews(slice, open, person, reading, wordsOf(reading.matches[slice.index]!.rows), writer);
    },
  };
}

/** Reads a slice; the user at position 0 is `firstPerson`, and those of the others follow. */
export function readInTime(
  reader: TimeReader,
  slice: Slice,
  firstPerson: number,
  reading: Reading,
  writer: FactWriter,
): void {
  const list = reader.listOf(slice);
  const { times, length } = list;
  const { edges, count } = reading.periods;
  const placeOf = (ms: number, from = 0) => firstAtOrAfter(times, ms, from, length);
  const reach = reader.writeEach ? list.longestMs : 0;
  const stretch = new Stretch(reader, slice, list, firstPerson, reading, writer);
  writer.begin(slice, true);
  const first = placeOf(edges[0]!);
  stretch.readEach(placeOf(edges[0]! - reach), first, edges[0]!, -1);
  for (let period = 0, place = first; period < count; period++) {
    const edge = edges[period + 1]!;
    const end = placeOf(edge, place);
    const near = reader.isOfEvents ? place : placeOf(edge - reach, place);
    stretch.read(place, near, period);
    stretch.readEach(near, end, edge, period);
    place = end;
  }
}

/** Reads places of a list. */
class Stretch {
  readonly #bits: Uint32Array | null;
  readonly #needed: ArrayLike<number> | null;

  constructor(
    private readonly reader: TimeReader,
    private readonly slice: Slice,
    private readonly list: OpensByTime,
    private readonly firstPerson: number,
    { matches }: Reading,
    private readonly writer: FactWriter,
  ) {
    this.#bits = reader.isOfEvents ? null : wordsOf(matches[slice.index]!.opens);
    this.#needed = reader.neededOf?.(slice) ?? null;
  }

  /** Opens that lie in one period, each one fact. */
  read(from: number, to: number, period: number): void {
    const [needed, bits, { opens, users }, firstPerson] = [this.#needed, this.#bits, this.list, this.firstPerson];
    const { facts } = this.writer;
    const { person: personOf, open: openOf, cell: cellOf } = facts;
    let at = facts.length;
    for (let place = from; place < to; place++) {
      const open = opens[place]!;
      if (!passes(bits, open) || (needed !== null && needed[open] === 0)) continue;
      personOf[at] = firstPerson + users[place]!;
      openOf[at] = open + 1;
      cellOf[at] = period;
      if (++at === CHUNK_SIZE) at = this.writer.handOn(at);
    }
    facts.length = at;
  }

  /** Opens that may go on past an edge: those that do are written fact by fact, the others count where they begin. */
  readEach(from: number, to: number, edge: number, period: number): void {
    const { opens, users, times } = this.list;
    const { lengthMs } = this.slice.sessions.opens;
    for (let place = from; place < to; place++) {
      const open = opens[place]!;
      if (this.reader.isOfEvents || times[place]! + lengthMs[open]! >= edge) {
        if (!passes(this.#bits, open)) continue;
        this.reader.writeEach?.(this.slice, open, this.firstPerson + users[place]!, this.writer);
      } else if (period >= 0) this.read(place, place + 1, period);
    }
  }
}

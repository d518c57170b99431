import { CHUNK_SIZE } from './facts.js';
import type { FactWriter } from './fact-writer.js';
import { writeVisits } from './facts-of-open.js';
import { OpensReader, passes, wordsOf, type Items, type Reader, type Reading } from './reader.js';
import type { Slice } from './scope-log.js';
import type { VisitDays } from './visit-days.js';

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
    const { person: personOf, open: openOf, time: timeOf, cell: cellOf } = facts;
    let at = facts.length;
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
          facts.length = at;
          writeVisits(slice, open, person + user, this.reading, this.wanted, writer);
          at = facts.length;
          continue;
        }
        personOf[at] = person + user;
        openOf[at] = open + 1;
        timeOf[at] = time;
        cellOf[at] = isEver ? 0 : cell;
        if (++at === CHUNK_SIZE) at = writer.handOn(at);
        if (isOnce) break;
      }
    }
    facts.length = at;
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
    const { person: personOf, time: timeOf, cell: cellOf } = writer.facts;
    let at = writer.facts.length;
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
        personOf[at] = person + user;
        timeOf[at] = time;
        cellOf[at] = cell;
        if (++at === CHUNK_SIZE) at = writer.handOn(at);
      }
    }
    writer.facts.length = at;
  }

  /** By day, the cell in which it counts; −1 where it is not asked for. */
  #cellsOf(starts: Float64Array): Int32Array {
    const { to, isEver, periods } = this.reading;
    const cells = new Int32Array(starts.length).fill(-1);
    for (let day = 0; day < starts.length - 1; day++) {
      const time = starts[day]!;
      if (isEver) cells[day] = time < to ? 0 : -1;
      else cells[day] = periods.finder.find(time);
    }
    return cells;
  }
}

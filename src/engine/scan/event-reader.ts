import { rowsOfEvents, type EventRows } from './event-rows.js';
import type { EventGroups } from './event-groups.js';
import { CHUNK_SIZE } from './facts.js';
import type { FactWriter } from './fact-writer.js';
import { passes, wordsOf, type Items, type Reader, type Reading } from './reader.js';
import type { Slice } from './scope-log.js';

/** Reads events of some codes, and puts them into groups where there are some. */
export class EventReader implements Reader {
  readonly isOfOpens = false;
  readonly #lists: EventRows[] = [];

  constructor(
    private readonly reading: Reading,
    private readonly wanted: Uint8Array,
    private readonly groups?: EventGroups,
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

  #readBetween(
    slice: Slice,
    { offsets, person: firstPerson }: Items,
    from: number,
    to: number,
    writer: FactWriter,
  ): void {
    const { rows, users, opens, times } = this.#listOf(slice);
    const { from: since, to: until, isEver, matches, periods } = this.reading;
    const { finder } = periods;
    const { count } = periods;
    const isOneCell = isEver || count === 1;
    const bits = wordsOf(matches[slice.index]!.rows);
    const pairs = this.groups?.pairs[slice.index];
    const groupOfPair = this.groups?.groupOfPair[slice.index];
    const end = offsets[to]!;
    writer.begin(slice, false);
    const { person: personOf, row: rowOf, open: openOf, time: timeOf, cell: cellOf } = writer.facts;
    let at = writer.facts.length;
    for (let index = offsets[from]!; index < end; index++) {
      const time = times[index]!;
      if (!(time >= since && time < until)) continue;
      const row = rows[index]!;
      if (!passes(bits, row)) continue;
      const group = pairs ? groupOfPair![pairs[index]!]! : 0;
      if (group < 0) continue;
      personOf[at] = firstPerson + users[index]!;
      rowOf[at] = row;
      if (!pairs) openOf[at] = opens[index]!;
      if (isEver) timeOf[at] = time;
      cellOf[at] = group * count + (isOneCell ? 0 : finder.find(time));
      if (++at === CHUNK_SIZE) at = writer.handOn(at);
    }
    writer.facts.length = at;
  }

  #listOf(slice: Slice): EventRows {
    return (this.#lists[slice.index] ??= rowsOfEvents(slice, this.wanted));
  }
}

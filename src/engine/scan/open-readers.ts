import { CHUNK_SIZE } from './facts.js';
import type { FactWriter } from './fact-writer.js';
import { OpensReader, passes, wordsOf, type Items } from './reader.js';
import type { Slice } from './scope-log.js';

/** Reads opens by their start. */
export class OpenReader extends OpensReader {
  override read(slice: Slice, { offsets, users, from, to, person }: Items, writer: FactWriter): void {
    const { start } = slice.sessions.opens;
    const { from: since, to: until, isEver, matches } = this.reading;
    const { finder } = this.reading.periods;
    const bits = wordsOf(matches[slice.index]!.opens);
    writer.begin(slice, true);
    const { person: personOf, open: openOf, time: timeOf, cell: cellOf } = writer.facts;
    let at = writer.facts.length;
    for (let place = from; place < to; place++) {
      const user = users ? users[place]! : place;
      const end = offsets[user + 1]!;
      for (let open = offsets[user]!; open < end; open++) {
        const time = start[open]!;
        if (!(time >= since && time < until) || !passes(bits, open)) continue;
        personOf[at] = person + user;
        openOf[at] = open + 1;
        timeOf[at] = time;
        cellOf[at] = isEver ? 0 : finder.find(time);
        if (++at === CHUNK_SIZE) at = writer.handOn(at);
      }
    }
    writer.facts.length = at;
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
    const { person: personOf, open: openOf, time: timeOf, cell: cellOf } = writer.facts;
    let at = writer.facts.length;
    for (let place = from; place < to; place++) {
      const user = users ? users[place]! : place;
      const open = offsets[user]!;
      // Someone without an open has none here; the open at that place is the next user's.
      if (open === offsets[user + 1]) continue;
      const time = start[open]!;
      if (!(time >= since && time < until) || !passes(bits, open)) continue;
      personOf[at] = person + user;
      openOf[at] = open + 1;
      timeOf[at] = time;
      cellOf[at] = isEver ? 0 : finder.find(time);
      if (++at === CHUNK_SIZE) at = writer.handOn(at);
    }
    writer.facts.length = at;
  }
}

import { CHUNK_SIZE } from './facts.js';
import type { FactWriter } from './fact-writer.js';
import { writeViews } from './facts-of-open.js';
import { OpensReader, passes, wordsOf, type Items } from './reader.js';
import type { Slice } from './scope-log.js';

/** Reads page views one by one. */
export class ViewReader extends OpensReader {
  override read(slice: Slice, { offsets, users, from, to, person }: Items, writer: FactWriter): void {
    const { opens, views } = slice.sessions;
    const { start, lengthMs } = opens;
    const { offsets: viewsOf, row: rows } = views;
    const { from: since, to: until, matches } = this.reading;
    const { finder } = this.reading.periods;
    const bits = wordsOf(matches[slice.index]!.rows);
    writer.begin(slice, false);
    const { facts } = writer;
    const { person: personOf, row: rowOf, view: viewOf, open: openOf, cell: cellOf } = facts;
    let at = facts.length;
    for (let place = from; place < to; place++) {
      const user = users ? users[place]! : place;
      const end = offsets[user + 1]!;
      for (let open = offsets[user]!; open < end; open++) {
        const time = start[open]!;
        // What follows begins later still; of a user who has moved nothing has a time.
        if (!(time < until)) break;
        const last = time + lengthMs[open]!;
        if (!(last >= since)) continue;
        const cell = finder.find(time);
        if (cell < 0 || last >= finder.edges[cell + 1]!) {
          facts.length = at;
          writeViews(slice, open, person + user, this.reading, bits, writer);
          at = facts.length;
          continue;
        }
        const endOfViews = viewsOf[open + 1]!;
        for (let view = viewsOf[open]!; view < endOfViews; view++) {
          const row = rows[view]!;
          if (!passes(bits, row)) continue;
          personOf[at] = person + user;
          rowOf[at] = row;
          viewOf[at] = view;
          openOf[at] = open + 1;
          cellOf[at] = cell;
          if (++at === CHUNK_SIZE) at = writer.handOn(at);
        }
      }
    }
    facts.length = at;
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
    const { person: personOf, open: openOf, cell: cellOf } = facts;
    let at = facts.length;
    for (let place = from; place < to; place++) {
      const user = users ? users[place]! : place;
      const end = offsets[user + 1]!;
      for (let open = offsets[user]!; open < end; open++) {
        const time = start[open]!;
        if (!(time < until)) break;
        const last = time + lengthMs[open]!;
        if (!(last >= since) || pageViews[open] === 0 || !passes(bits, open)) continue;
        const cell = finder.find(time);
        if (cell < 0 || last >= finder.edges[cell + 1]!) {
          facts.length = at;
          writer.begin(slice, false);
          writeViews(slice, open, person + user, this.reading, null, writer);
          writer.begin(slice, true);
          at = facts.length;
          continue;
        }
        personOf[at] = person + user;
        openOf[at] = open + 1;
        cellOf[at] = cell;
        if (++at === CHUNK_SIZE) at = writer.handOn(at);
        if (isOnce) break;
      }
    }
    facts.length = at;
  }
}

import type { FactWriter } from './fact-writer.js';
import type { Periods } from './periods.js';
import { rowsOfEvents } from './rows-of-events.js';
import type { Slice } from './scope-log.js';

/** Reads facts out of a slice, item by item. Items are opens, or events of some codes. */
export interface Reader {
  /** Where the items of each user of a slice begin; one more than there are users. */
  readonly offsetsOf: (slice: Slice) => Uint32Array;
  /** Writes what of an item lies in the time that is asked for. */
  readonly read: (slice: Slice, item: number, person: number, writer: FactWriter) => void;
  /** Whether items are opens. */
  readonly isOfOpens: boolean;
}

/** The time that is asked for: `[from, to)`. */
export interface Times {
  readonly from: number;
  readonly to: number;
}

/** Reads events of some codes. */
export function eventReader(slices: readonly Slice[], wanted: Uint8Array, { from, to }: Times): Reader {
  const lists = slices.map(({ segment }) => rowsOfEvents(segment, wanted));
  return {
    isOfOpens: false,
    offsetsOf: (slice) => lists[slice.index]!.offsets,
    read(slice, item, person, writer) {
      const row = lists[slice.index]!.rows[item]!;
      const time = slice.segment.ts[row]!;
      if (!(time >= from && time < to)) return;
      writer.begin(slice, false);
      writer.put(person, row, row, time);
    },
  };
}

/** Reads opens by their start. */
export function openReader({ from, to }: Times): Reader {
  return ofOpens((slice, open, person, writer) => {
    const { start, firstRow } = slice.sessions.opens;
    const time = start[open]!;
    if (!(time >= from && time < to)) return;
    writer.begin(slice, true);
    writer.put(person, firstRow[open]!, open, time);
  });
}

/** Reads page views one by one. */
export function viewReader(times: Times): Reader {
  return ofOpens((slice, open, person, writer) => {
    if (liesOutside(slice, open, times)) return;
    writer.begin(slice, false);
    writeViews(slice, open, person, writer, times);
  });
}

/** Reads page views by the open: as one fact where all of an open lies in one period, else one by one. */
export function viewsByOpenReader(times: Times, periods: Periods): Reader {
  return ofOpens((slice, open, person, writer) => {
    const { opens } = slice.sessions;
    if (opens.pageViews[open] === 0 || liesOutside(slice, open, times)) return;
    if (liesInOnePeriod(slice, open, times, periods)) {
      writer.begin(slice, true);
      writer.put(person, opens.firstRow[open]!, open, opens.start[open]!);
    } else {
      writer.begin(slice, false);
      writeViews(slice, open, person, writer, times);
    }
  });
}

/** Reads visits by the open: as one fact where all of an open lies in one period, else its launches and page views. */
export function visitsByOpenReader(visits: Uint8Array, times: Times, periods: Periods): Reader {
  return ofOpens((slice, open, person, writer) => {
    const { opens } = slice.sessions;
    if (liesOutside(slice, open, times)) return;
    if (liesInOnePeriod(slice, open, times, periods)) {
      writer.begin(slice, true);
      writer.put(person, opens.firstRow[open]!, open, opens.start[open]!);
    } else {
      writer.begin(slice, false);
      writeVisits(slice, open, person, writer, times, visits);
    }
  });
}

function ofOpens(read: Reader['read']): Reader {
  return { isOfOpens: true, offsetsOf: (slice) => slice.sessions.opens.offsets, read };
}

/** Also true of an open that has moved, whose start is not a number. */
function liesOutside({ sessions }: Slice, open: number, { from, to }: Times): boolean {
  const { start, lengthMs } = sessions.opens;
  return !(start[open]! < to && start[open]! + lengthMs[open]! >= from);
}

function liesInOnePeriod({ sessions }: Slice, open: number, { from }: Times, { quietUntil }: Periods): boolean {
  const { start, lengthMs } = sessions.opens;
  return start[open]! >= from && start[open]! + lengthMs[open]! < quietUntil(start[open]!);
}

function writeViews(slice: Slice, open: number, person: number, writer: FactWriter, { from, to }: Times): void {
  const { ts } = slice.segment;
  const { offsets, row: rows } = slice.sessions.views;
  for (let view = offsets[open]!; view < offsets[open + 1]!; view++) {
    const row = rows[view]!;
    const time = ts[row]!;
    if (time >= from && time < to) writer.put(person, row, view, time);
  }
}

function writeVisits(
  slice: Slice,
  open: number,
  person: number,
  writer: FactWriter,
  { from, to }: Times,
  visits: Uint8Array,
): void {
  const { segment, sessions } = slice;
  const { opens, openOf } = sessions;
  const events = segment.codes.get('event')!;
  const last = opens.firstRow[open]! + opens.span[open]!;
  for (let row = opens.firstRow[open]!; row <= last; row++) {
    if (visits[events[row]!] === 0 || openOf[row] !== open + 1) continue;
    const time = segment.ts[row]!;
    if (time >= from && time < to) writer.put(person, row, row, time);
  }
}

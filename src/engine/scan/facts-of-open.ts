import type { FactWriter } from './fact-writer.js';
import { passes, type Reading } from './reader.js';
import type { Slice } from './scope-log.js';

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

import type { DerivedData } from '../store/derived.js';
import type { Segment } from '../store/segment.js';

/** The rows of some events; where each user's begin is in `offsets`, one more than there are users. */
export interface EventRows extends DerivedData {
  readonly rows: Uint32Array;
  readonly offsets: Uint32Array;
}

/** The rows of the events of some codes, listed once: most events are few among all. */
export function rowsOfEvents(segment: Segment, wanted: Uint8Array): EventRows {
  return segment.derived.get('rows', codesOf(wanted), () => listRows(segment, wanted), 8);
}

function codesOf(wanted: Uint8Array): string {
  const codes: number[] = [];
  for (let code = 0; code < wanted.length; code++) if (wanted[code] !== 0) codes.push(code);
  return codes.join();
}

function listRows(segment: Segment, wanted: Uint8Array): EventRows {
  const events = segment.codes.get('event')!;
  const offsets = new Uint32Array(segment.offsets.length);
  let count = 0;
  for (let row = 0; row < segment.length; row++) if (wanted[events[row]!] !== 0) count++;
  const rows = new Uint32Array(count);
  count = 0;
  for (let user = 0; user < segment.users.length; user++) {
    const end = segment.offsets[user + 1]!;
    for (let row = segment.offsets[user]!; row < end; row++) if (wanted[events[row]!] !== 0) rows[count++] = row;
    offsets[user + 1] = count;
  }
  return { rows, offsets, bytes: rows.byteLength + offsets.byteLength };
}

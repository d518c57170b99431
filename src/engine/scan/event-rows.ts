import { codeArray, type CodeArray } from '../store/code-array.js';
import type { DerivedData } from '../store/derived.js';
import type { Slice } from './scope-log.js';

/** The rows of some events, and beside each what would else be looked up far apart. */
export interface EventRows extends DerivedData {
  readonly rows: Uint32Array;
  /** The position of each row's user. */
  readonly users: Uint32Array;
  /** The open that holds each row, plus 1; 0 where none does. */
  readonly opens: Uint32Array;
  /** The code of each row's event. */
  readonly codes: CodeArray;
  /** The time of each row; `NaN` where its user has moved. */
  readonly times: Float64Array;
  /** Where each user's rows begin; one more than there are users. */
  readonly offsets: Uint32Array;
}

/** The rows of the events of some codes, listed once: most events are few among all. */
export function rowsOfEvents(slice: Slice, wanted: Uint8Array): EventRows {
  const key = codesOf(wanted);
  slice.recipes.note(`rows ${key}`, (other) => rowsOfEvents(other, wanted));
  return slice.sessions.dimensions.get('rows', key, () => listRows(slice, wanted), 8);
}

/** The codes that are wanted, as a text that tells them from others. */
export function codesOf(wanted: Uint8Array): string {
  const codes: number[] = [];
  for (let code = 0; code < wanted.length; code++) if (wanted[code] !== 0) codes.push(code);
  return codes.join();
}

/** How many rows of a slice are events of some codes. */
export function countRows(slice: Slice, wanted: Uint8Array): number {
  const { segment } = slice;
  slice.recipes.note('event counts', (other) => countRows(other, wanted));
  const counts = segment.derived.get('event counts', '', () => countCodes(segment.codes.get('event')!)).of;
  return counts.reduce((sum, count, code) => (wanted[code] === 1 ? sum + count : sum), 0);
}

function countCodes(codes: CodeArray): { of: number[]; bytes: number } {
  const of: number[] = [];
  for (const code of codes) of[code] = (of[code] ?? 0) + 1;
  return { of, bytes: 8 * of.length };
}

function listRows({ segment, sessions }: Slice, wanted: Uint8Array): EventRows {
  const { ts } = segment;
  const { openOf } = sessions;
  const events = segment.codes.get('event')!;
  let count = 0;
  for (let row = 0; row < segment.length; row++) if (wanted[events[row]!] === 1) count++;
  const [rows, users, opens] = [new Uint32Array(count), new Uint32Array(count), new Uint32Array(count)];
  const times = new Float64Array(count);
  const codes = codeArray(count, wanted.length);
  const offsets = new Uint32Array(segment.offsets.length);
  count = 0;
  for (let user = 0; user < segment.users.length; user++) {
    const end = segment.offsets[user + 1]!;
    for (let row = segment.offsets[user]!; row < end; row++) {
      if (wanted[events[row]!] !== 1) continue;
      rows[count] = row;
      codes[count] = events[row]!;
      users[count] = user;
      opens[count] = openOf[row]!;
      times[count] = ts[row]!;
      count++;
    }
    offsets[user + 1] = count;
  }
  return {
    ...{ rows, users, opens, times, codes, offsets },
    bytes: 20 * count + codes.byteLength + offsets.byteLength,
    forget: (user) => times.fill(NaN, offsets[user], offsets[user + 1]),
  };
}

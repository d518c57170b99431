import { codeArray, type CodeArray } from './code-array.js';
import { packNumbers, type Numbers } from './number-column.js';
import type { PendingRows } from './pending-rows.js';
import { Segment } from './segment.js';

/** Sorts pending rows by user, then time, then ingestion order. */
export function sortRows(rows: PendingRows): Segment {
  const { order, users, offsets } = byUser(rows.users, rows.length);
  for (let user = 0; user < users.length; user++) sortByTime(order, offsets[user]!, offsets[user + 1]!, rows.ts);
  const codes = new Map<string, CodeArray>();
  for (const [name, column] of rows.codes) codes.set(name, pickCodes(column, order));
  const numbers = new Map<string, Numbers>();
  for (const [name, column] of rows.numbers) {
    const packed = packNumbers(pick(column, order, new Float64Array(order.length)));
    if (packed) numbers.set(name, packed);
  }
  return new Segment({
    users,
    offsets,
    ts: pick(rows.ts, order, new Float64Array(order.length)),
    sequence: pick(rows.sequence, order, new Uint32Array(order.length)),
    codes,
    numbers,
  });
}

/** Rows by user in ingestion order, with the users and where the rows of each begin. */
interface Runs {
  readonly order: Uint32Array;
  readonly users: Uint32Array;
  readonly offsets: Uint32Array;
}

/** A counting sort, whose counts are the runs; for few rows among many users a plain sort is quicker. */
function byUser(users: Uint32Array, length: number): Runs {
  let max = 0;
  for (let row = 0; row < length; row++) if (users[row]! > max) max = users[row]!;
  if (length * 8 < max) return bySorting(users, length);
  const next = new Uint32Array(max + 1);
  for (let row = 0; row < length; row++) next[users[row]!]!++;
  let count = 0;
  for (let user = 0; user <= max; user++) if (next[user] !== 0) count++;
  const [found, offsets] = [new Uint32Array(count), new Uint32Array(count + 1)];
  for (let user = 0, run = 0, start = 0; user <= max; user++) {
    const rows = next[user]!;
    if (rows === 0) continue;
    found[run] = user;
    next[user] = start;
    start += rows;
    offsets[++run] = start;
  }
  const order = new Uint32Array(length);
  for (let row = 0; row < length; row++) order[next[users[row]!]!++] = row;
  return { order, users: found, offsets };
}

function bySorting(users: Uint32Array, length: number): Runs {
  const order = new Uint32Array(length);
  for (let row = 0; row < length; row++) order[row] = row;
  order.sort((a, b) => users[a]! - users[b]! || a - b);
  const [found, offsets] = [[] as number[], [] as number[]];
  for (let index = 0; index < length; index++) {
    const user = users[order[index]!]!;
    if (user === found.at(-1)) continue;
    found.push(user);
    offsets.push(index);
  }
  return { order, users: Uint32Array.from(found), offsets: Uint32Array.from([...offsets, length]) };
}

/** Sorts `order[from…to)` by time, equal times by row number; most runs come sorted already. */
function sortByTime(order: Uint32Array, from: number, to: number, ts: Float64Array): void {
  let last = ts[order[from]!]!;
  for (let index = from + 1; index < to; index++) {
    const time = ts[order[index]!]!;
    if (time < last) {
      order.subarray(from, to).sort((a, b) => ts[a]! - ts[b]! || a - b);
      return;
    }
    last = time;
  }
}

function pick<Column extends Uint32Array | Float64Array>(column: Column, order: Uint32Array, into: Column): Column {
  for (let index = 0; index < order.length; index++) into[index] = column[order[index]!]!;
  return into;
}

function pickCodes(column: CodeArray, order: Uint32Array): CodeArray {
  const into = codeArray(order.length, 2 ** (8 * column.BYTES_PER_ELEMENT));
  for (let index = 0; index < order.length; index++) into[index] = column[order[index]!]!;
  return into;
}

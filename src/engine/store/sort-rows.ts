import { codeArray, type CodeArray } from './code-array.js';
import { packNumbers, type Numbers } from './number-column.js';
import type { PendingRows } from './pending-rows.js';
import { Segment } from './segment.js';

/** Sorts pending rows by user, then time, then ingestion order. */
export function sortRows(rows: PendingRows): Segment {
  const order = byUser(rows.users, rows.length);
  const { users, offsets } = runsOf(rows.users, order);
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

/** A counting sort, which keeps ingestion order; for few rows among many users a plain sort is quicker. */
function byUser(users: Uint32Array, length: number): Uint32Array {
  const order = new Uint32Array(length);
  for (let row = 0; row < length; row++) order[row] = row;
  let max = 0;
  for (let row = 0; row < length; row++) if (users[row]! > max) max = users[row]!;
  if (length * 8 < max) return order.sort((a, b) => users[a]! - users[b]! || a - b);
  const next = new Uint32Array(max + 2);
  for (let row = 0; row < length; row++) next[users[row]! + 1]!++;
  for (let user = 1; user < next.length; user++) next[user]! += next[user - 1]!;
  for (let row = 0; row < length; row++) order[next[users[row]!]!++] = row;
  return order;
}

function runsOf(users: Uint32Array, order: Uint32Array): { users: Uint32Array; offsets: Uint32Array } {
  const found: number[] = [];
  const starts: number[] = [];
  let last = -1;
  for (let index = 0; index < order.length; index++) {
    const user = users[order[index]!]!;
    if (user === last) continue;
    found.push(user);
    starts.push(index);
    last = user;
  }
  starts.push(order.length);
  return { users: Uint32Array.from(found), offsets: Uint32Array.from(starts) };
}

/** Sorts `order[from…to)` by time, equal times by row number; most runs come sorted already. */
function sortByTime(order: Uint32Array, from: number, to: number, ts: Float64Array): void {
  for (let index = from + 1; index < to; index++) {
    if (ts[order[index]!]! >= ts[order[index - 1]!]!) continue;
    order.subarray(from, to).sort((a, b) => ts[a]! - ts[b]! || a - b);
    return;
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

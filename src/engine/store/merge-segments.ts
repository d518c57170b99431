import { codeArray, type CodeArray } from './code-array.js';
import { packNumbers, type Numbers } from './number-column.js';
import { Segment } from './segment.js';

/** Where each row of a merged segment comes from. */
interface Origins {
  readonly users: Uint32Array;
  readonly offsets: Uint32Array;
  readonly input: Uint8Array;
  readonly row: Uint32Array;
}

/** Most segments that one merge can take. */
export const MAX_INPUTS = 255;

/**
 * Merges sorted segments, the earlier taken first, into one in linear time: nothing is sorted again but the rows of a
 * user who stands in several. Users that have moved away are left out; with `onlyUsers` (codes, ascending) all others are too.
 */
export function mergeSegments(inputs: readonly Segment[], onlyUsers?: Uint32Array): Segment {
  const origins = originsOf(inputs, onlyUsers);
  const { users, offsets, input, row } = origins;
  const ts = new Float64Array(row.length);
  const sequence = new Uint32Array(row.length);
  for (let index = 0; index < row.length; index++) {
    const from = inputs[input[index]!]!;
    ts[index] = from.ts[row[index]!]!;
    sequence[index] = from.sequence[row[index]!]!;
  }
  const codes = new Map<string, CodeArray>();
  for (const name of namesOf(inputs.map((segment) => segment.codes)))
    codes.set(name, mergeCodes(inputs, name, origins));
  const numbers = new Map<string, Numbers>();
  for (const name of namesOf(inputs.map((segment) => segment.numbers))) {
    const packed = mergeNumbers(inputs, name, origins);
    if (packed) numbers.set(name, packed);
  }
  return new Segment({ users, offsets, ts, sequence, codes, numbers });
}

function originsOf(inputs: readonly Segment[], onlyUsers: Uint32Array | undefined): Origins {
  const capacity = inputs.reduce((sum, segment) => sum + segment.liveLength, 0);
  const input = new Uint8Array(capacity);
  const row = new Uint32Array(capacity);
  const found: number[] = [];
  const starts: number[] = [];
  let length = 0;
  for (const [user, positions] of usersOf(inputs, onlyUsers)) {
    const start = length;
    let runs = 0;
    for (let index = 0; index < inputs.length; index++) {
      const position = positions[index]!;
      if (position < 0) continue;
      const { offsets } = inputs[index]!;
      runs++;
      for (let at = offsets[position]!; at < offsets[position + 1]!; at++) {
        input[length] = index;
        row[length++] = at;
      }
    }
    if (runs > 1) sortRun(inputs, input, row, start, length);
    found.push(user);
    starts.push(start);
  }
  starts.push(length);
  return {
    users: Uint32Array.from(found),
    offsets: Uint32Array.from(starts),
    input: input.subarray(0, length),
    row: row.subarray(0, length),
  };
}

/** Every user once, ascending, with their position in each input (−1 where they are not). */
function* usersOf(
  inputs: readonly Segment[],
  onlyUsers: Uint32Array | undefined,
): Generator<readonly [user: number, positions: Int32Array]> {
  const positions = new Int32Array(inputs.length);
  if (onlyUsers) {
    for (const user of onlyUsers) {
      inputs.forEach((segment, index) => (positions[index] = segment.find(user)));
      yield [user, positions];
    }
    return;
  }
  const next = new Uint32Array(inputs.length);
  for (;;) {
    let user = Infinity;
    for (let index = 0; index < inputs.length; index++) {
      const segment = inputs[index]!;
      while (next[index]! < segment.users.length && segment.hasMoved(next[index]!)) next[index]!++;
      user = Math.min(user, segment.users[next[index]!] ?? Infinity);
    }
    if (user === Infinity) return;
    for (let index = 0; index < inputs.length; index++) {
      positions[index] = inputs[index]!.users[next[index]!] === user ? next[index]!++ : -1;
    }
    yield [user, positions];
  }
}

/** Sorts one user's rows by time, equal times as the inputs stand; runs that follow each other cost one pass. */
function sortRun(inputs: readonly Segment[], input: Uint8Array, row: Uint32Array, from: number, to: number): void {
  const before = (a: number, b: number): number => inputs[input[a]!]!.ts[row[a]!]! - inputs[input[b]!]!.ts[row[b]!]!;
  let isSorted = true;
  for (let index = from + 1; isSorted && index < to; index++) isSorted = before(index - 1, index) <= 0;
  if (isSorted) return;
  const order = Array.from({ length: to - from }, (_, index) => from + index).sort(before);
  const sortedInput = order.map((index) => input[index]!);
  const sortedRow = order.map((index) => row[index]!);
  input.set(sortedInput, from);
  row.set(sortedRow, from);
}

function namesOf(maps: readonly ReadonlyMap<string, unknown>[]): Set<string> {
  return new Set(maps.flatMap((map) => [...map.keys()]));
}

function mergeCodes(inputs: readonly Segment[], name: string, { input, row }: Origins): CodeArray {
  const columns = inputs.map((segment) => segment.codes.get(name));
  const widest = Math.max(...columns.map((column) => column?.BYTES_PER_ELEMENT ?? 1));
  const merged = codeArray(row.length, 2 ** (8 * widest));
  for (let index = 0; index < row.length; index++) {
    const column = columns[input[index]!];
    if (column) merged[index] = column[row[index]!]!;
  }
  return merged;
}

function mergeNumbers(inputs: readonly Segment[], name: string, { input, row }: Origins): Numbers | null {
  const columns = inputs.map((segment) => segment.numbers.get(name));
  const merged = new Float64Array(row.length);
  for (let index = 0; index < row.length; index++) merged[index] = columns[input[index]!]?.at(row[index]!) ?? NaN;
  return packNumbers(merged);
}

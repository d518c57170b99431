import type { Dimension } from '../scan/dimension.js';
import type { ScopeLog, Slice } from '../scan/scope-log.js';
import type { DictionaryValue } from '../store/dictionary.js';

/** A value for each field that is grouped by; `null` is "not set". */
export type GroupKey = (DictionaryValue | null)[];

/** Groups of rows by up to two dimensions, made as rows are met. Without dimensions all rows are one group. */
export interface RowGroups {
  /** How many groups were met. */
  readonly count: number;
  readonly groupOf: (slice: Slice, row: number) => number;
  readonly keyOf: (group: number) => GroupKey;
}

/** Groups rows: by what an event carries in event dimensions, by its open's value in open dimensions. */
export function rowGroups(log: ScopeLog, dimensions: readonly Dimension[]): RowGroups {
  const readers = dimensions.map((dimension) => log.slices.map((slice) => codeReader(dimension, slice)));
  const [first, second] = readers;
  const [firstSize, secondSize] = [dimensions[0]?.dictionary.size ?? 1, dimensions[1]?.dictionary.size ?? 1];
  const groups = numbering(firstSize * secondSize);
  const keys: number[][] = [];
  const groupOfCodes = (a: number, b: number): number => {
    const known = groups.get(a * secondSize + b);
    if (known !== undefined && known >= 0) return known;
    groups.set(a * secondSize + b, keys.length);
    return keys.push([a, b]) - 1;
  };
  if (dimensions.length === 0) groupOfCodes(0, 0);
  return {
    get count() {
      return keys.length;
    },
    groupOf: (slice, row) => groupOfCodes(first ? first[slice.index]!(row) : 0, second ? second[slice.index]!(row) : 0),
    keyOf: (group) => dimensions.map(({ dictionary }, index) => dictionary.valueOf(keys[group]![index]!)),
  };
}

/** Orders keys: numbers by size, texts by code units, "not set" last. */
export function compareKeys(a: GroupKey, b: GroupKey): number {
  for (let index = 0; index < a.length; index++) {
    const [left, right] = [a[index] ?? null, b[index] ?? null];
    if (left === right) continue;
    if (left === null) return 1;
    if (right === null) return -1;
    if (typeof left === 'number' && typeof right === 'number') return left - right;
    return String(left) < String(right) ? -1 : 1;
  }
  return 0;
}

/** The group of each pair of codes: an array where the pairs are few enough, which is much quicker, else a map. */
function numbering(size: number): { get(code: number): number | undefined; set(code: number, group: number): unknown } {
  if (size > 1 << 20) return new Map<number, number>();
  const groups = new Int32Array(size).fill(-1);
  return { get: (code) => groups[code], set: (code, group) => (groups[code] = group) };
}

function codeReader(dimension: Dimension, slice: Slice): (row: number) => number {
  const own = dimension.ownCodes(slice.segment);
  const ofOpens = dimension.openCodes(slice);
  const { openOf } = slice.sessions;
  const ownAt = (row: number) => (own ? own[row]! : 0);
  if (dimension.kind === 'event') return ownAt;
  return (row) => {
    const open = openOf[row]!;
    if (open === 0) return ownAt(row);
    return ofOpens ? ofOpens[open - 1]! : 0;
  };
}

import { type Dimension } from '../scan/dimension.js';
import { type ScopeLog, type Slice } from '../scan/scope-log.js';
import { type DictionaryValue } from '../store/dictionary.js';

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
  const groups = new Map<number, number>();
  const keys: number[][] = [];
  if (dimensions.length === 0) groups.set(0, keys.push([]) - 1);
  const [first, second] = readers;
  const secondSize = dimensions[1]?.dictionary.size ?? 1;
  return {
    get count() {
      return keys.length;
    },
    groupOf(slice, row) {
      const a = first ? first[slice.index]!(row) : 0;
      const b = second ? second[slice.index]!(row) : 0;
      const code = a * secondSize + b;
      const known = groups.get(code);
      if (known !== undefined) return known;
      groups.set(code, keys.length);
      return keys.push([a, b]) - 1;
    },
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

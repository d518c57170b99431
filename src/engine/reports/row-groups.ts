import type { Dimension } from '../scan/dimension.js';
import type { Facts } from '../scan/facts.js';
import type { ScopeLog, Slice } from '../scan/scope-log.js';
import type { CodeArray } from '../store/code-array.js';
import type { DictionaryValue } from '../store/dictionary.js';

/** A value for each field that is grouped by; `null` is "not set". */
export type GroupKey = (DictionaryValue | null)[];

/** Groups of rows by up to two dimensions, made as rows are met. Without dimensions all rows are one group. */
export interface RowGroups {
  /** How many groups were met. */
  readonly count: number;
  /** How many groups there can be at the most. */
  readonly most: number;
  /** The groups of some events, written into `groups`. */
  readonly find: (facts: Facts, groups: Uint32Array) => void;
  /** The group of one row. */
  readonly at: (slice: Slice, row: number) => number;
  readonly keyOf: (group: number) => GroupKey;
}

/** Groups rows: by what an event carries in event dimensions, by its open's value in open dimensions. */
export function rowGroups(log: ScopeLog, dimensions: readonly Dimension[]): RowGroups {
  const columns = dimensions.map((dimension) => log.slices.map((slice) => columnOf(dimension, slice)));
  const [first, second] = columns;
  const [firstSize, secondSize] = [dimensions[0]?.dictionary.size ?? 1, dimensions[1]?.dictionary.size ?? 1];
  const groupOfPair = numbering(firstSize * secondSize);
  const keys: number[][] = [];
  const meet = (pair: number): number => {
    groupOfPair.set(pair, keys.length);
    return keys.push([Math.floor(pair / secondSize), pair % secondSize]) - 1;
  };
  const groupOf = (a: ValueColumn, b: ValueColumn | undefined, row: number, open: number): number => {
    const pair = codeAt(a, row, open) * secondSize + (b ? codeAt(b, row, open) : 0);
    const group = groupOfPair.get(pair);
    return group >= 0 ? group : meet(pair);
  };
  if (dimensions.length === 0) meet(0);
  return {
    get count() {
      return keys.length;
    },
    most: firstSize * secondSize,
    find({ slice, row, open, length }, groups) {
      if (!first) return void groups.fill(0, 0, length);
      const [a, b] = [first[slice.index]!, second?.[slice.index]];
      for (let at = 0; at < length; at++) groups[at] = groupOf(a, b, row[at]!, open[at]!);
    },
    at({ index, sessions }, row) {
      return first ? groupOf(first[index]!, second?.[index], row, sessions.openOf[row]!) : 0;
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

/** The group of each pair of codes, −1 where it was not met. */
interface Numbering {
  get(pair: number): number;
  set(pair: number, group: number): void;
}

/** An array where the pairs are few enough, which is much quicker, else a map. */
function numbering(size: number): Numbering {
  if (size > 1 << 20) {
    const groups = new Map<number, number>();
    return { get: (pair) => groups.get(pair) ?? -1, set: (pair, group) => void groups.set(pair, group) };
  }
  const groups = new Int32Array(size).fill(-1);
  return { get: (pair) => groups[pair]!, set: (pair, group) => void (groups[pair] = group) };
}

/** What the events of a slice carry in a dimension. */
interface ValueColumn {
  readonly own: CodeArray | null;
  readonly isOfOpens: boolean;
  readonly ofOpens: CodeArray | null;
}

function columnOf(dimension: Dimension, slice: Slice): ValueColumn {
  return {
    own: dimension.ownCodes(slice.segment),
    isOfOpens: dimension.kind === 'open',
    ofOpens: dimension.openCodes(slice),
  };
}

/** The code of a row; `open` is the one that holds it plus 1. */
function codeAt({ own, isOfOpens, ofOpens }: ValueColumn, row: number, open: number): number {
  if (isOfOpens && open !== 0) return ofOpens ? ofOpens[open - 1]! : 0;
  return own ? own[row]! : 0;
}

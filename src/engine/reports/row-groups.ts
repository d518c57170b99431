import type { GroupKey } from '#reporting/group-keys.js';
import type { Dimension } from '../scan/dimension.js';
import type { Facts } from '../scan/facts.js';
import type { ScopeLog, Slice } from '../scan/scope-log.js';
import type { CodeArray } from '../store/code-array.js';

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
  const most = firstSize * secondSize;
  const numbers = most <= MOST_NUMBERED ? new Int32Array(most).fill(-1) : new Map<number, number>();
  const keys: number[][] = [];
  const groupOf = (pair: number): number => {
    const known = numbers instanceof Map ? (numbers.get(pair) ?? -1) : numbers[pair]!;
    if (known >= 0) return known;
    if (numbers instanceof Map) numbers.set(pair, keys.length);
    else numbers[pair] = keys.length;
    return keys.push([Math.floor(pair / secondSize), pair % secondSize]) - 1;
  };
  const pairAt = (slice: number, row: number, open: number): number =>
    codeAt(first![slice]!, row, open) * secondSize + (second ? codeAt(second[slice]!, row, open) : 0);
  if (dimensions.length === 0) groupOf(0);
  return {
    get count() {
      return keys.length;
    },
    most,
    find({ slice, row, open, length }, groups) {
      if (!first) return void groups.fill(0, 0, length);
      if (!second && !(numbers instanceof Map)) {
        const column = first[slice.index]!;
        for (let at = 0; at < length; at++) {
          const code = codeAt(column, row[at]!, open[at]!);
          const known = numbers[code]!;
          groups[at] = known >= 0 ? known : groupOf(code);
        }
        return;
      }
      for (let at = 0; at < length; at++) groups[at] = groupOf(pairAt(slice.index, row[at]!, open[at]!));
    },
    at({ index, sessions }, row) {
      return first ? groupOf(pairAt(index, row, sessions.openOf[row]!)) : 0;
    },
    keyOf: (group) => dimensions.map(({ dictionary }, index) => dictionary.valueOf(keys[group]![index]!)),
  };
}

/** So many pairs of codes are numbered in an array, which is much quicker than a map. */
const MOST_NUMBERED = 1 << 20;

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

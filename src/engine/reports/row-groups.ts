import type { GroupKey } from '#reporting/group-keys.js';
import { CodePairs } from '../scan/code-pairs.js';
import type { Dimension } from '../scan/dimension.js';
import type { ScopeLog, Slice } from '../scan/scope-log.js';
import { codeAt, valueColumnOf } from '../scan/value-column.js';

/** Groups of rows by up to two dimensions, made as rows are met. Without dimensions all rows are one group. */
export interface RowGroups {
  /** The group of one row. */
  readonly at: (slice: Slice, row: number) => number;
  readonly keyOf: (group: number) => GroupKey;
}

/** Groups rows: by what an event carries in event dimensions, by its open's value in open dimensions. */
export function rowGroups(log: ScopeLog, dimensions: readonly Dimension[]): RowGroups {
  const columns = dimensions.map((dimension) => log.slices.map((slice) => valueColumnOf(dimension, slice)));
  const groups = new CodePairs(dimensions);
  if (dimensions.length === 0) groups.of(0, 0);
  return {
    at({ index, sessions }, row) {
      const [first, second] = columns.map((ofSlices) => codeAt(ofSlices[index]!, row, sessions.openOf[row]!));
      return groups.of(first ?? 0, second ?? 0);
    },
    keyOf: (group) => dimensions.map(({ dictionary }, index) => dictionary.valueOf(groups.all[group]![index]!)),
  };
}

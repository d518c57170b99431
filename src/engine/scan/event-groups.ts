import type { GroupKey } from '#reporting/group-keys.js';
import { codeArray, type CodeArray } from '../store/code-array.js';
import type { DerivedData } from '../store/derived.js';
import { CodePairs, type CodePair } from './code-pairs.js';
import type { Dimension } from './dimension.js';
import { codesOf, rowsOfEvents } from './event-rows.js';
import type { ScopeLog, Slice } from './scope-log.js';
import { codeAt, valueColumnOf } from './value-column.js';

/** The groups of listed events, by what they carry in up to two dimensions. Without dimensions all are in one. */
export interface EventGroups {
  readonly count: number;
  /** For each slice, which of its pairs of values each event carries, by its place in the list. */
  readonly pairs: readonly CodeArray[];
  /** For each slice the group of each pair, −1 for none. */
  readonly groupOfPair: readonly Int32Array[];
}

/** Each pair of values that any event of a list carries, in a group of its own. */
export interface ValueGroups extends EventGroups {
  readonly keyOf: (group: number) => GroupKey;
}

/** Groups the events of some codes. */
export function groupsOfEvents(log: ScopeLog, wanted: Uint8Array, dimensions: readonly Dimension[]): ValueGroups {
  const lists = log.slices.map((slice) => pairsOfEvents(slice, wanted, dimensions));
  const groups = new CodePairs(dimensions);
  if (dimensions.length === 0) groups.of(0, 0);
  const groupOfPair = lists.map(({ all }) => Int32Array.from(all, ([first, second]) => groups.of(first, second)));
  return {
    count: groups.all.length,
    pairs: lists.map(({ pairs }) => pairs),
    groupOfPair,
    keyOf: (group) => dimensions.map(({ dictionary }, index) => dictionary.valueOf(groups.all[group]![index]!)),
  };
}

/** The same events in other groups: `target` has the new group of each, −1 for none. */
export function regrouped({ pairs, groupOfPair }: EventGroups, target: Int32Array, count: number): EventGroups {
  return { count, pairs, groupOfPair: groupOfPair.map((groups) => groups.map((group) => target[group]!)) };
}

/** The pairs of values that the events of a list carry. */
interface EventPairs extends DerivedData {
  readonly all: readonly CodePair[];
  /** By place in the list, a place in `all`. */
  readonly pairs: CodeArray;
}

/** Finds once what the listed events carry, so that a question reads it as it lies, beside the events. */
function pairsOfEvents(slice: Slice, wanted: Uint8Array, dimensions: readonly Dimension[]): EventPairs {
  const key = JSON.stringify([codesOf(wanted), ...dimensions.map(({ id }) => id)]);
  slice.recipes.note(`pairs ${key}`, (other) => pairsOfEvents(other, wanted, dimensions));
  return slice.sessions.dimensions.get('pairs', key, () => findPairs(slice, wanted, dimensions), 8);
}

function findPairs(slice: Slice, wanted: Uint8Array, dimensions: readonly Dimension[]): EventPairs {
  const { rows, opens } = rowsOfEvents(slice, wanted);
  const [first, second] = dimensions.map((dimension) => valueColumnOf(dimension, slice));
  const known = new CodePairs(dimensions);
  const numbers = new Uint32Array(rows.length);
  for (let place = 0; place < rows.length; place++) {
    const [row, open] = [rows[place]!, opens[place]!];
    numbers[place] = known.of(first ? codeAt(first, row, open) : 0, second ? codeAt(second, row, open) : 0);
  }
  const pairs = codeArray(rows.length, known.all.length);
  pairs.set(numbers);
  return { all: known.all, pairs, bytes: pairs.byteLength + 16 * known.all.length };
}

/** A key of a dimension as an answer names it. */
export interface Key {
  readonly key: string | null;
  /** Across apps, by page: the app whose page it is. */
  readonly app?: string;
  readonly label: string | null;
}

/** What keys are ordered by. */
export interface KeyOrder {
  readonly metric: string;
  readonly isDescending: boolean;
}

/** The order that a question names (`-` before a metric for descending), or the first metric, descending. */
export function keyOrder(metrics: readonly string[], order = `-${metrics[0]}`): KeyOrder {
  const isDescending = order.startsWith('-');
  return { metric: isDescending ? order.slice(1) : order, isDescending };
}

/** Sorts groups by their values, ties by key. A key without a value comes last. */
export function sortGroups(
  groups: number[],
  valueOf: (group: number) => number | null,
  keyOf: (group: number) => Key,
  { isDescending }: KeyOrder,
): number[] {
  const ranks = new Map(groups.map((group) => [group, valueOf(group)]));
  return groups.sort(
    (a, b) => compareValues(ranks.get(a)!, ranks.get(b)!, isDescending) || compareKeys(keyOf(a), keyOf(b)),
  );
}

function compareValues(a: number | null, b: number | null, isDescending: boolean): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  return isDescending ? b - a : a - b;
}

function compareKeys(left: Key, right: Key): number {
  if (left.key === null || right.key === null) {
    if (left.key !== right.key) return left.key === null ? 1 : -1;
  } else if (left.key !== right.key) {
    return left.key < right.key ? -1 : 1;
  }
  return (left.app ?? '') < (right.app ?? '') ? -1 : 1;
}

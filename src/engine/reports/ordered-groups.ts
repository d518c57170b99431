import { periodBefore } from '#time/buckets.js';
import type { KeyTable } from './key-table.js';
import { metricValues, type MetricValues } from './metric-values.js';
import type { RangedQuestion } from './question.js';

/** The keys that count for anything in a range, and their values. */
export interface OrderedGroups {
  readonly groups: readonly number[];
  readonly values: MetricValues;
}

/**
 * The keys that count for anything over the range of a question, ordered by a metric (`-` before it for descending;
 * the first metric, descending, where none is named), ties by key. A key without a value comes last.
 */
export function orderedGroups(
  question: RangedQuestion,
  table: KeyTable,
  metrics: readonly string[],
  order = `-${metrics[0]}`,
): OrderedGroups {
  const { range, zone } = question;
  const isDescending = order.startsWith('-');
  const metric = isDescending ? order.slice(1) : order;
  const period = { start: range.start, end: range.end, before: periodBefore(zone, range) };
  const values = metricValues(question, [...metrics, metric], [period], table.grouping);
  const groups: number[] = [];
  if (values.periods.count > 0) {
    for (let group = 0; group < table.grouping.count; group++) if (values.hasAnything(group)) groups.push(group);
  }
  const ranks = new Map(groups.map((group) => [group, values.valueOf(metric, group)]));
  groups.sort((a, b) => compareValues(ranks.get(a)!, ranks.get(b)!, isDescending) || compareKeys(table, a, b));
  return { groups, values };
}

function compareValues(a: number | null, b: number | null, isDescending: boolean): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  return isDescending ? b - a : a - b;
}

function compareKeys(table: KeyTable, a: number, b: number): number {
  const [left, right] = [table.keyOf(a), table.keyOf(b)];
  if (left.key === null || right.key === null) {
    if (left.key !== right.key) return left.key === null ? 1 : -1;
  } else if (left.key !== right.key) {
    return left.key < right.key ? -1 : 1;
  }
  return (left.app ?? '') < (right.app ?? '') ? -1 : 1;
}

import { periodBefore } from '#time/buckets.js';
import { metricValues, type MetricValues } from '../bases/metric-values.js';
import { groupingBy } from '../plan/facts.js';
import type { Grouping, GroupKey } from '../plan/grouping.js';
import type { RangedQuestion } from '../plan/question.js';

/** A key as an answer names it. */
export interface Key {
  readonly key: string | null;
  /** Across apps, by page: the app whose page it is. */
  readonly app?: string;
  readonly label: string | null;
}

/** The keys of a dimension that count for anything in a range, in order, and their values. */
export interface KeyList {
  /** Groups of `values`, in order. */
  readonly groups: readonly number[];
  readonly values: MetricValues;
  readonly keyOf: (group: number) => Key;
  /** Some keys, each in a group of its place; with `others`, all other keys together in one more. */
  readonly choose: (groups: readonly number[], others: boolean) => Grouping;
  /** Some keys, all in one group. */
  readonly together: (groups: readonly number[]) => Grouping;
}

/**
 * The keys of a dimension, ordered by a metric (`-` before it for descending; the first metric, descending, where none is
 * named), ties by key. A key without a value comes last.
 */
export async function keyList(
  question: RangedQuestion,
  dimension: string,
  metrics: readonly string[],
  order = `-${metrics[0]}`,
): Promise<KeyList> {
  const { range, zone, host } = question;
  const isDescending = order.startsWith('-');
  const metric = isDescending ? order.slice(1) : order;
  const period = { start: range.start, end: range.end, before: periodBefore(zone, range) };
  const grouping = groupingBy(question, dimension);
  const values = await metricValues(question, [...metrics, metric], [period], grouping);
  const keys = values.keys.map((key): Key => nameOf(key, grouping.byApp, dimension === 'source' ? host.sources : null));
  const ranks = keys.map((_, group) => values.valueOf(metric, group, 0));
  const groups = keys.map((_, group) => group);
  groups.sort((a, b) => compareValues(ranks[a]!, ranks[b]!, isDescending) || compareKeys(keys[a]!, keys[b]!));
  const chosen = (of: readonly number[], numbers: readonly number[], others: number | null) =>
    groupingBy(question, dimension, { keys: of.map((group) => values.keys[group]!), groups: numbers, others });
  return {
    groups,
    values,
    keyOf: (group) => keys[group]!,
    choose: (of, others) =>
      chosen(
        of,
        of.map((_, place) => place),
        others ? of.length : null,
      ),
    together: (of) =>
      chosen(
        of,
        of.map(() => 0),
        null,
      ),
  };
}

function nameOf({ key, app }: GroupKey, byApp: boolean, sources: { labelOf(key: string): string } | null): Key {
  const text = key === null ? null : String(key);
  return { key: text, label: text !== null && sources ? sources.labelOf(text) : text, ...(byApp ? { app } : {}) };
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

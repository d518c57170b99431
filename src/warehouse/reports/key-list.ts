import { keyOrder, sortGroups, type Key } from '#reporting/keys.js';
import { onePeriod } from '#reporting/period.js';
import { metricValues, type MetricValues } from '../bases/metric-values.js';
import { groupingBy } from '../plan/facts.js';
import type { Grouping, GroupKey } from '../plan/grouping.js';
import type { RangedQuestion } from '../plan/question.js';

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
  asked?: string,
): Promise<KeyList> {
  const { range, zone, host } = question;
  const order = keyOrder(metrics, asked);
  const grouping = groupingBy(question, dimension);
  const values = await metricValues(question, [...metrics, order.metric], [onePeriod(zone, range)], grouping);
  const keys = values.keys.map((key): Key => nameOf(key, grouping.byApp, dimension === 'source' ? host.sources : null));
  const keyOf = (group: number) => keys[group]!;
  const numbers = keys.map((_, group) => group);
  const groups = sortGroups(numbers, (group) => values.valueOf(order.metric, group), keyOf, order);
  const chosen = (of: readonly number[], numbers: readonly number[], others: number | null) =>
    groupingBy(question, dimension, { keys: of.map((group) => values.keys[group]!), groups: numbers, others });
  return {
    groups,
    values,
    keyOf,
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

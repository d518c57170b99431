import { keyOrder, sortGroups } from '#reporting/keys.js';
import { onePeriod } from '#reporting/period.js';
import type { KeyTable } from './key-table.js';
import { metricValues, type MeasureOptions, type MetricValues } from './metric-values.js';
import type { RangedQuestion } from './question.js';

/** The keys that count for anything in a range, and their values. */
export interface OrderedGroups {
  readonly groups: readonly number[];
  readonly values: MetricValues;
}

/**
 * The keys that count for anything over the range of a question, ordered by a metric (`-` before it for descending;
 * the first metric, descending, where none is named), ties by key. A key without a value comes last. `withOverall`
 * as in {@link MeasureOptions}.
 */
export function orderedGroups(
  question: RangedQuestion,
  table: KeyTable,
  metrics: readonly string[],
  asked?: string,
  withOverall: MeasureOptions['withOverall'] = false,
): OrderedGroups {
  const order = keyOrder(metrics, asked);
  const period = onePeriod(question.zone, question.range);
  const values = metricValues(question, [...metrics, order.metric], [period], {
    grouping: table.grouping,
    withOverall,
  });
  const groups: number[] = [];
  if (values.periods.count > 0) {
    for (let group = 0; group < table.grouping.count; group++) if (values.hasAnything(group)) groups.push(group);
  }
  return { groups: sortGroups(groups, (group) => values.valueOf(order.metric, group), table.keyOf, order), values };
}

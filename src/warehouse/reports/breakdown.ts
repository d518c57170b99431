import type { BreakdownQuery, BreakdownReport } from '#contract/api.js';
import { breakdownReport, pageOf } from '#reporting/breakdown.js';
import { onePeriod } from '#reporting/period.js';
import { metricValues } from '../bases/metric-values.js';
import type { Grouping } from '../plan/grouping.js';
import { resolveRanged, type Asked } from '../plan/question.js';
import { comparedRows } from './compare-rows.js';
import { keyList } from './key-list.js';
import { unknownScenesOf } from './unknown-scenes.js';

/**
 * Metrics by the values of one dimension. A row is what the filter `dimension = key` gives, on event dimensions too; “not
 * set” is a row like any other. A key has a row where any of the metrics counts something.
 *
 * `others` is one row counted over all keys that match `search` and are not on this page. `totals` are of the whole scope
 * and filters; `search` does not change them.
 */
export async function breakdown(asked: Asked<BreakdownQuery>): Promise<BreakdownReport> {
  const { query } = asked;
  const question = await resolveRanged(asked);
  const { metrics, dimension } = query;
  const list = await keyList(question, dimension, metrics, query.order);
  const page = pageOf(list.groups, list.keyOf, query);
  const rest = list.together(page.rest);
  const period = onePeriod(question.zone, question.range);
  const over = (grouping: Grouping | null) => metricValues(question, metrics, [period], grouping);
  return breakdownReport(question, metrics, {
    page,
    keyOf: list.keyOf,
    values: list.values,
    others: page.rest.length === 0 ? null : await over(rest),
    totals: await over(null),
    compare: await comparedRows(question, query, { rows: list.choose(page.groups, false), others: rest }),
    scenes: dimension === 'source' ? await unknownScenesOf(question) : [],
  });
}

import type { BreakdownQuery, BreakdownReport } from '#contract/api.js';
import type { Scope } from '#contract/report-source.js';
import { breakdownReport, pageOf, type Page } from '#reporting/breakdown.js';
import { comparedPeriod, rowComparer, type ComparedPage, type CompareRow } from '#reporting/compared-rows.js';
import { askedComparisons } from '#reporting/comparisons.js';
import { onePeriod } from '#reporting/period.js';
import type { EngineHost } from '../host.js';
import type { BaseValues } from '../reducers/measure.js';
import type { Grouping } from '../scan/grouping.js';
import type { Steps } from '../steps.js';
import { keyTableOf, type KeyTable } from './key-table.js';
import { metricValues, type MeasureOptions, type MetricValues } from './metric-values.js';
import { orderedGroups } from './ordered-groups.js';
import { resolveRanged, type RangedQuestion } from './question.js';
import { unknownScenesOf } from './unknown-scenes.js';

/**
 * Metrics by the values of one dimension. A row is what the filter `dimension = key` gives, on event dimensions too, so
 * an open may stand in several rows; "not set" is a row like any other. A key has a row where any of the metrics counts
 * something.
 *
 * `others` is one row counted over all keys that match `search` and are not on this page: its users are distinct over
 * them, never a sum. `totals` are of the whole scope and filters; `search` does not change them.
 */
export function* breakdown(host: EngineHost, scope: Scope, query: BreakdownQuery): Steps<BreakdownReport> {
  const question = resolveRanged(host, scope, query);
  const { metrics, dimension } = query;
  const table = keyTableOf(question, dimension);
  const { groups, values } = orderedGroups(question, table, metrics, query.order, true);
  const page = pageOf(groups, table.keyOf, query);
  yield;
  const compare = yield* comparer(question, query, table, page);
  const everyGroup = values.periods.count > 0 ? [...values.sumsOver(groups), ...values.overall] : [];
  const over = (grouping: Grouping | null, known: BaseValues) => measureRange(question, metrics, { grouping, known });
  return breakdownReport(question, metrics, {
    page,
    keyOf: table.keyOf,
    values,
    others: page.rest.length === 0 ? null : over(table.group(page.rest), values.sumsOver(page.rest)),
    totals: over(null, new Map(everyGroup)),
    compare,
    scenes: dimension === 'source' ? unknownScenesOf(question) : [],
  });
}

function measureRange(question: RangedQuestion, metrics: readonly string[], options: MeasureOptions): MetricValues {
  return metricValues(question, metrics, [onePeriod(question.zone, question.range)], options);
}

function* comparer(question: RangedQuestion, query: BreakdownQuery, table: KeyTable, page: Page): Steps<CompareRow> {
  const compared: ComparedPage[] = [];
  for (const asked of askedComparisons(question, query)) {
    const period = comparedPeriod(question, asked);
    if (!period) {
      compared.push({ asked, parts: undefined });
      continue;
    }
    const valuesIn = (grouping: Grouping | null) => metricValues(question, query.metrics, [period], { grouping });
    const rows = valuesIn(table.regroup(page.groups, false));
    yield;
    const others = valuesIn(table.group(page.rest));
    yield;
    compared.push({ asked, parts: { rows, others, totals: valuesIn(null) } });
    yield;
  }
  return rowComparer(question, query.metrics, compared);
}

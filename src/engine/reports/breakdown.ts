import type {
  BreakdownOthers,
  BreakdownQuery,
  BreakdownReport,
  BreakdownRow,
  RowComparison,
  Values,
} from '#contract/api.js';
import { growth } from '#contract/growth.js';
import { metricRule } from '#contract/metric-rules.js';
import { ReportError } from '#contract/problems.js';
import type { Scope } from '#contract/report-source.js';
import { otherSourceKey } from '#contract/source-keys.js';
import { periodBefore } from '#time/buckets.js';
import { comparison } from '#time/compare.js';
import type { EngineHost } from '../host.js';
import type { BaseValues } from '../reducers/measure.js';
import type { Grouping } from '../scan/grouping.js';
import type { Steps } from '../steps.js';
import { askedComparisons } from './asked-comparisons.js';
import { keyTableOf, type KeyTable } from './key-table.js';
import { metricValues, type MetricValues } from './metric-values.js';
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
  const { metrics, limit = 50, search } = query;
  const table = keyTableOf(question, query.dimension);
  const { groups, values } = orderedGroups(question, table, metrics, query.order);
  const found =
    search === undefined || search === '' ? groups : groups.filter((group) => contains(table, group, search));
  const offset = offsetOf(query.cursor);
  const page = found.slice(offset, offset + limit);
  const rest = [...found.slice(0, offset), ...found.slice(offset + limit)];
  yield;
  const compare = yield* comparer(question, query, table, page, rest);
  const everyGroup = values.periods.count > 0 ? values.sumsOver(groups) : new Map<string, Float64Array>();
  const totals = toValues(metrics, measureRange(question, metrics, null, everyGroup), 0);
  const scenes = query.dimension === 'source' ? unknownScenesOf(question) : [];
  const shares = (row: Values) => sharesOf(row, totals);
  const othersOf = (): Omit<BreakdownOthers, 'row_count'> => {
    const row = toValues(metrics, measureRange(question, metrics, table.group(rest), values.sumsOver(rest)), 0);
    return { values: row, shares: shares(row), ...compare('others', 0, row) };
  };
  const next = offset + limit < found.length ? String(offset + limit) : null;
  return {
    meta: { ...question.meta, currency: values.currency },
    rows: page.map((group, index): BreakdownRow => {
      const row = toValues(metrics, values, group);
      const key = table.keyOf(group);
      const held = key.key === otherSourceKey && scenes.length > 0 ? { scenes } : {};
      return { ...key, values: row, shares: shares(row), ...held, ...compare('rows', index, row) };
    }),
    others: rest.length === 0 ? null : { row_count: rest.length, ...othersOf() },
    totals: { values: totals, ...compare('totals', 0, totals) },
    row_count: found.length,
    next_cursor: next,
  };
}

function contains(table: KeyTable, group: number, search: string): boolean {
  const { key, label } = table.keyOf(group);
  const wanted = search.toLowerCase();
  return [key, label].some((text) => text?.toLowerCase().includes(wanted));
}

/** The engine's own cursor is how many rows come before; the handler wraps it. */
function offsetOf(cursor: string | undefined): number {
  if (cursor === undefined) return 0;
  if (/^\d{1,9}$/.test(cursor)) return Number(cursor);
  const message = 'The cursor is not one that this back end gave.';
  throw new ReportError('malformed', message, [{ parameter: 'cursor', message }]);
}

function measureRange(
  question: RangedQuestion,
  metrics: readonly string[],
  grouping: Grouping | null,
  known: BaseValues,
): MetricValues {
  const { range, zone } = question;
  const period = { start: range.start, end: range.end, before: periodBefore(zone, range) };
  return metricValues(question, metrics, [period], grouping, known);
}

function toValues(metrics: readonly string[], values: MetricValues, group: number): Values {
  return Object.fromEntries(metrics.map((metric) => [metric, values.valueOf(metric, group)]));
}

function sharesOf(row: Values, totals: Values): Values {
  const shares: Values = {};
  for (const [metric, value] of Object.entries(row)) {
    const total = totals[metric];
    if (!metricRule(metric)?.shares) continue;
    shares[metric] = value === null || !total ? null : value / total;
  }
  return shares;
}

/** Compares a row of a part of the answer with the same row in the other ranges; nothing where none was asked. */
type Compare = (
  part: 'rows' | 'others' | 'totals',
  index: number,
  current: Values,
) => { comparisons?: RowComparison[] };

interface ComparedPage extends Pick<RowComparison, 'kind' | 'range'> {
  /** Absent where the range has nothing to be compared with. */
  readonly parts: Readonly<Record<Parameters<Compare>[0], MetricValues | undefined>>;
}

function* comparer(
  question: RangedQuestion,
  query: BreakdownQuery,
  table: KeyTable,
  page: readonly number[],
  rest: readonly number[],
): Steps<Compare> {
  const { zone, range, asOf, now, profile } = question;
  const { metrics } = query;
  const asked = askedComparisons(zone, range, query, now);
  if (asked.length === 0) return () => ({});
  const compared: ComparedPage[] = [];
  for (const { kind, range: whole, custom } of asked) {
    const previous = comparison(zone, range, kind, { asOf, custom })?.previous;
    const period = previous && { ...previous.counted, before: periodBefore(zone, previous.range) };
    const valuesIn = (grouping: Grouping | null) => period && metricValues(question, metrics, [period], grouping);
    const rows = valuesIn(table.regroup(page, false));
    yield;
    const others = valuesIn(table.group(rest));
    yield;
    compared.push({ kind, range: whole.label, parts: { rows, others, totals: valuesIn(null) } });
    yield;
  }
  const nothing: Values = Object.fromEntries(metrics.map((metric) => [metric, null]));
  return (part, index, current) => ({
    comparisons: compared.map(({ kind, range: label, parts }): RowComparison => {
      const values = parts[part] ? toValues(metrics, parts[part], index) : nothing;
      const growths = metrics.map((metric): [string, number | null] => [
        metric,
        growth(current[metric] ?? null, values[metric] ?? null, profile.growth.zero_previous),
      ]);
      return { kind, range: label, values, growth: Object.fromEntries(growths) };
    }),
  });
}

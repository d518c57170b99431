import type { BreakdownOthers, BreakdownQuery, BreakdownReport, BreakdownRow, Values } from '#contract/api.js';
import { metricRule } from '#contract/metric-rules.js';
import { ReportError } from '#contract/problems.js';
import { otherSourceKey } from '#contract/source-keys.js';
import { periodBefore } from '#time/buckets.js';
import { metricValues, type MetricValues } from '../bases/metric-values.js';
import type { Grouping } from '../plan/grouping.js';
import { resolveRanged, type Asked, type RangedQuestion } from '../plan/question.js';
import { rowComparer } from './compare-rows.js';
import { keyList, type Key } from './key-list.js';
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
  const { metrics, limit = 50, search } = query;
  const list = await keyList(question, query.dimension, metrics, query.order);
  const { groups, values } = list;
  const found = search ? groups.filter((group) => contains(list.keyOf(group), search)) : groups;
  const offset = offsetOf(query.cursor);
  const page = found.slice(offset, offset + limit);
  const rest = [...found.slice(0, offset), ...found.slice(offset + limit)];
  const compare = await rowComparer(question, query, { rows: list.choose(page, false), others: list.together(rest) });
  const totals = toValues(metrics, await measureRange(question, metrics, null), 0);
  const scenes = query.dimension === 'source' ? await unknownScenesOf(question) : [];
  const othersOf = async (): Promise<Omit<BreakdownOthers, 'row_count'>> => {
    const row = toValues(metrics, await measureRange(question, metrics, list.together(rest)), 0);
    return { values: row, shares: sharesOf(row, totals), ...compare('others', 0, row) };
  };
  return {
    meta: { ...question.meta, currency: values.currency },
    rows: page.map((group, index): BreakdownRow => {
      const [key, row] = [list.keyOf(group), toValues(metrics, values, group)];
      const held = key.key === otherSourceKey && scenes.length > 0 ? { scenes } : {};
      return { ...key, values: row, shares: sharesOf(row, totals), ...held, ...compare('rows', index, row) };
    }),
    others: rest.length === 0 ? null : { row_count: rest.length, ...(await othersOf()) },
    totals: { values: totals, ...compare('totals', 0, totals) },
    row_count: found.length,
    next_cursor: offset + limit < found.length ? String(offset + limit) : null,
  };
}

function contains({ key, label }: Key, search: string): boolean {
  const wanted = search.toLowerCase();
  return [key, label].some((text) => text?.toLowerCase().includes(wanted));
}

/** This back end's own cursor is how many rows come before; the handler wraps it. */
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
): Promise<MetricValues> {
  const { range, zone } = question;
  const period = { start: range.start, end: range.end, before: periodBefore(zone, range) };
  return metricValues(question, metrics, [period], grouping);
}

function toValues(metrics: readonly string[], values: MetricValues, group: number): Values {
  return Object.fromEntries(metrics.map((metric) => [metric, values.valueOf(metric, group, 0)]));
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

import type { BreakdownOthers, BreakdownQuery, BreakdownReport, BreakdownRow, Values } from '#contract/api.js';
import { metricRule } from '#contract/metric-rules.js';
import { ReportError } from '#contract/problems.js';
import { otherSourceKey } from '#contract/source-keys.js';
import type { CompareRow } from './compared-rows.js';
import type { Key } from './keys.js';
import type { GroupValues } from './metric-values.js';
import type { RangedSubject } from './question.js';

/** The keys of a breakdown that stand on one page, and the others that match the search. */
export interface Page {
  /** How many match the search. */
  readonly count: number;
  readonly groups: readonly number[];
  readonly rest: readonly number[];
  /** The cursor of the next page: how many rows come before it. The handler wraps it. */
  readonly next: string | null;
}

/** Finds the page that a question asks for, of groups in order. */
export function pageOf(
  groups: readonly number[],
  keyOf: (group: number) => Key,
  { search, cursor, limit = 50 }: Pick<BreakdownQuery, 'search' | 'cursor' | 'limit'>,
): Page {
  const found = search ? groups.filter((group) => contains(keyOf(group), search)) : groups;
  const offset = offsetOf(cursor);
  return {
    count: found.length,
    groups: found.slice(offset, offset + limit),
    rest: [...found.slice(0, offset), ...found.slice(offset + limit)],
    next: offset + limit < found.length ? String(offset + limit) : null,
  };
}

function contains({ key, label }: Key, search: string): boolean {
  const wanted = search.toLowerCase();
  return [key, label].some((text) => text?.toLowerCase().includes(wanted));
}

function offsetOf(cursor: string | undefined): number {
  if (cursor === undefined) return 0;
  if (/^\d{1,9}$/.test(cursor)) return Number(cursor);
  const message = 'The cursor is not one that this back end gave.';
  throw new ReportError('malformed', message, [{ parameter: 'cursor', message }]);
}

/** What a breakdown has counted. */
export interface CountedPage {
  readonly page: Page;
  readonly keyOf: (group: number) => Key;
  /** The values of every key, each a group. */
  readonly values: GroupValues;
  /** The values of the rest as one group; `null` where there is no rest. */
  readonly others: GroupValues | null;
  /** The values of the whole scope and filters. */
  readonly totals: GroupValues;
  readonly compare: CompareRow;
  /** The scenes under source 10 that no source lists. */
  readonly scenes: readonly number[];
}

/** The answer: rows, others and totals with their shares of the total and their comparisons. */
export function breakdownReport(
  { meta }: RangedSubject,
  metrics: readonly string[],
  { page, keyOf, values, others, totals: whole, compare, scenes }: CountedPage,
): BreakdownReport {
  const totals = valuesOf(metrics, whole, 0);
  const othersOf = (row: Values): BreakdownOthers => ({
    row_count: page.rest.length,
    values: row,
    shares: sharesOf(row, totals),
    ...compare('others', 0, row),
  });
  return {
    meta: { ...meta, currency: values.currency },
    rows: page.groups.map((group, index): BreakdownRow => {
      const [key, row] = [keyOf(group), valuesOf(metrics, values, group)];
      const held = key.key === otherSourceKey && scenes.length > 0 ? { scenes: [...scenes] } : {};
      return { ...key, values: row, shares: sharesOf(row, totals), ...held, ...compare('rows', index, row) };
    }),
    others: others && othersOf(valuesOf(metrics, others, 0)),
    totals: { values: totals, ...compare('totals', 0, totals) },
    row_count: page.count,
    next_cursor: page.next,
  };
}

/** The values of metrics in a group. */
export function valuesOf(metrics: readonly string[], values: GroupValues, group: number): Values {
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

/** Of the scenes that were met under source 10 (other) those that no source lists, ascending. */
export function unlistedScenes(scenes: Iterable<number>, sources: { isUnknown(scene: number): boolean }): number[] {
  return [...scenes].filter((scene) => sources.isUnknown(scene)).sort((a, b) => a - b);
}

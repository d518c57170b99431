import type { BreakdownQuery, RangeQuery, SummaryQuery, TrendQuery, Values } from '#contract/api.js';
import { evaluateFormula, metricsOfFormula } from '#contract/formula.js';
import { growth } from '#contract/growth.js';
import { metricRule } from '#contract/metric-rules.js';
import { profiles } from '#contract/profiles.js';
import type { ReportSource, Scope } from '#contract/report-source.js';
import type { Engine } from '#engine/index.js';

/** Where values stand in an answer. */
export interface Cell {
  readonly scope: Scope;
  readonly query: RangeQuery;
  /** Days, both included, or instants. */
  readonly span: { readonly start: string; readonly end: string };
  /** Whether it is a row of a list, of one key or of the rest. */
  readonly isRow: boolean;
}

/** Makes other values of the right ones. */
export type Revalue = (values: Values, cell: Cell) => Values | Promise<Values>;

interface Setting {
  readonly right: Engine;
  readonly revalue: Revalue;
  /** Metrics that the new values are made of. */
  readonly needed: readonly string[];
}

/** Summary, trend and breakdown of the engine with other values, the same in each, and what follows from them. */
export function revalued(
  right: Engine,
  needed: readonly string[],
  revalue: Revalue,
): Pick<ReportSource, 'summary' | 'trend' | 'breakdown'> {
  const setting: Setting = { right, revalue, needed };
  return {
    summary: (scope, query) => summary(setting, scope, query),
    trend: (scope, query) => trend(setting, scope, query),
    breakdown: (scope, query) => breakdown(setting, scope, query),
  };
}

async function summary({ right, revalue, needed }: Setting, scope: Scope, query: SummaryQuery) {
  const report = await right.summary(scope, { ...query, metrics: withBases(query.metrics, needed) });
  const cell = { scope, query, isRow: false };
  const valuesOf = async (span: Cell['span'], value: (at: number) => number | null): Promise<Values> =>
    revalue(Object.fromEntries(report.metrics.map(({ metric }, at) => [metric, value(at)])), { ...cell, span });
  const values = await valuesOf(report.meta.range!, (at) => report.metrics[at]!.value);
  const kinds = report.metrics[0]?.comparisons ?? [];
  const sides = await Promise.all(
    kinds.map(async ({ current, previous }, turn) => ({
      current: await valuesOf(current.range, (at) => report.metrics[at]!.comparisons[turn]!.current.value),
      previous: await valuesOf(previous.range, (at) => report.metrics[at]!.comparisons[turn]!.previous.value),
    })),
  );
  const zeroRule = profiles.find(({ id }) => id === query.profile)?.growth.zero_previous ?? 'null';
  const metrics = report.metrics
    .filter(({ metric }) => query.metrics.includes(metric))
    .map((one) => ({
      ...one,
      value: values[one.metric] ?? null,
      comparisons: one.comparisons.map(({ kind, current, previous }, turn) => {
        const now = sides[turn]!.current[one.metric] ?? null;
        const before = sides[turn]!.previous[one.metric] ?? null;
        return {
          kind,
          current: { ...current, value: now },
          previous: { ...previous, value: before },
          growth: growth(now, before, zeroRule),
        };
      }),
    }));
  return { ...report, metrics };
}

async function trend({ right, revalue, needed }: Setting, scope: Scope, query: TrendQuery) {
  if (query.breakdown_by !== undefined) return right.trend(scope, query);
  const report = await right.trend(scope, { ...query, metrics: withBases(query.metrics, needed) });
  const cells = await Promise.all(
    report.buckets.map(async (span, at) => {
      const values = Object.fromEntries(report.series.map(({ metric, values: all }) => [metric, all[at] ?? null]));
      return revalue(values, { scope, query, span, isRow: false });
    }),
  );
  const series = report.series
    .filter(({ metric }) => query.metrics.includes(metric))
    .map((one) => ({ ...one, values: cells.map((values) => values[one.metric] ?? null) }));
  return { ...report, series };
}

async function breakdown({ right, revalue, needed }: Setting, scope: Scope, query: BreakdownQuery) {
  const order = query.order ?? `-${query.metrics[0]}`;
  const report = await right.breakdown(scope, { ...query, order, metrics: withBases(query.metrics, needed) });
  const cell = { scope, query, span: report.meta.range! };
  const only = (values: Values): Values => pick(values, query.metrics);
  const totals = only(await revalue(report.totals.values, { ...cell, isRow: false }));
  const rowOf = async <Row extends { values: Values; shares: Values }>(row: Row): Promise<Row> => {
    const values = only(await revalue(row.values, { ...cell, isRow: true }));
    const shared = Object.keys(row.shares).filter((metric) => query.metrics.includes(metric));
    const shares = shared.map((metric) => [metric, totals[metric] ? (values[metric] ?? 0) / totals[metric] : null]);
    return { ...row, values, shares: Object.fromEntries(shares) as Values };
  };
  return {
    ...report,
    rows: await Promise.all(report.rows.map(rowOf)),
    others: report.others && (await rowOf(report.others)),
    totals: { ...report.totals, values: totals },
  };
}

/** Quotients anew, from the values beside them. */
export function requotiented(values: Values): Values {
  const entries = Object.entries(values).map(([metric, value]) => {
    const formula = metricRule(metric)?.formula;
    return [metric, formula ? evaluateFormula(formula, (base) => values[base] ?? null) : value];
  });
  return Object.fromEntries(entries) as Values;
}

function withBases(metrics: readonly string[], needed: readonly string[]): string[] {
  const bases = metrics.flatMap((metric) => {
    const formula = metricRule(metric)?.formula;
    return formula ? metricsOfFormula(formula) : [];
  });
  return [...new Set([...metrics, ...bases, ...needed])];
}

function pick(values: Values, metrics: readonly string[]): Values {
  return Object.fromEntries(metrics.map((metric) => [metric, values[metric] ?? null]));
}

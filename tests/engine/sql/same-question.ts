import { expect } from 'vitest';
import type { BreakdownReport, BreakdownRow } from '#contract/api.js';
import type { Scope } from '#contract/report-source.js';
import type { Engine } from '#engine/index.js';
import type { Duck, Row } from './duck.js';
import { logSql, type SqlScope } from './log.sql.js';
import { keyedSql, metricSql, metricsSql } from './metrics.sql.js';
import { periodSql, type SqlGranularity, type SqlRange } from './periods.sql.js';

/** An engine and a database with the same log. */
export interface Pair {
  readonly engine: Engine;
  readonly duck: Duck;
}

/** What all questions of a test have. */
export interface Setting {
  readonly profile: 'standard' | 'alipay' | 'tencent_sas';
  readonly zone: string;
  readonly scope: Scope;
  readonly asOf: number;
}

/** Makes the tables of a setting; questions that follow are about it. */
export async function settle(duck: Duck, { profile, scope, zone, asOf }: Setting): Promise<void> {
  const rules: SqlScope = {
    app: scope === 'superapp' ? null : scope.slice('apps/'.length),
    mergeSeconds: profile === 'alipay' ? 30 : 0,
    reactivationDays: profile === 'tencent_sas' ? 30 : null,
    zone,
    asOf,
  };
  await duck.run(logSql(rules));
}

/** Every counted metric that both know. */
export const countedMetrics = Object.keys(metricSql);

/** Metrics that stand in a breakdown. */
export const brokenDown = countedMetrics.filter(
  (metric) => !/^(cumulative_|total_adds|new_adds|removes|ad_)/.test(metric),
);

/** A trend of all counted metrics is the same by SQL. */
export async function expectSameTrend(pair: Pair, setting: Setting, range: SqlRange, granularity: SqlGranularity) {
  const { engine, duck } = pair;
  const { zone: timezone, profile, scope } = setting;
  const query = { ...range, timezone, profile, granularity, metrics: countedMetrics };
  const { buckets, series } = await engine.trend(scope, query);
  await duck.run(periodSql(granularity, range, timezone));
  await duck.run(keyedSql('null'));
  const rows = await duck.rows(metricsSql(countedMetrics));
  const [{ n }] = (await duck.rows('select count(*) as n from period')) as [{ n: number }];
  expect(buckets).toHaveLength(n);
  const bySql = new Map(rows.map(({ metric, i, value }) => [`${metric} ${i}`, value as number]));
  const different = series.flatMap(({ metric, values }) =>
    values.flatMap((value, i) => differing(`${metric} ${buckets[i]!.start}`, value, bySql.get(`${metric} ${i}`) ?? 0)),
  );
  expect(different).toEqual([]);
  expect(bySql.size).toBeGreaterThan(20);
}

/** A breakdown by a dimension is the same by SQL, row by row. */
export async function expectSameBreakdown(
  pair: Pair,
  setting: Setting,
  range: SqlRange,
  dimension: 'source' | 'os_name' | 'page_path',
) {
  const { engine, duck } = pair;
  const { zone: timezone, profile, scope } = setting;
  const query = { ...range, timezone, profile, dimension, metrics: brokenDown, limit: 400 };
  const rows = await allRows((cursor) => engine.breakdown(scope, { ...query, ...(cursor && { cursor }) }));
  await duck.run(periodSql('all', range, timezone));
  await duck.run(keyedSql(dimension));
  const found = new Map(rows.map(({ key, values }) => [key, values]));
  const expected = new Map<Row[string], Record<string, number>>();
  for (const { metric, key, value } of await duck.rows(metricsSql(brokenDown))) {
    if (value === 0) continue;
    expected.set(key!, { ...expected.get(key!), [String(metric)]: value as number });
  }
  expect(new Set(found.keys())).toEqual(new Set(expected.keys()));
  const different = [...found].flatMap(([key, values]) =>
    brokenDown.flatMap((metric) => differing(`${key} ${metric}`, values[metric], expected.get(key)![metric] ?? 0)),
  );
  expect(different).toEqual([]);
}

/** The rows of all pages of a breakdown. */
async function allRows(ask: (cursor: string | null) => Promise<BreakdownReport>): Promise<BreakdownRow[]> {
  const rows: BreakdownRow[] = [];
  let cursor: string | null = null;
  do {
    const page: BreakdownReport = await ask(cursor);
    rows.push(...page.rows);
    cursor = page.next_cursor;
  } while (cursor !== null);
  return rows;
}

/** Where two numbers differ by more than the order of a sum explains. */
export function differing(what: string, engine: number | null | undefined, sql: number | null | undefined): string[] {
  const isSame =
    typeof engine === 'number' && typeof sql === 'number'
      ? Math.abs(engine - sql) <= 1e-9 * Math.max(1, Math.abs(sql))
      : (engine ?? null) === (sql ?? null);
  return isSame ? [] : [`${what}: engine ${engine}, SQL ${sql}`];
}

import { expect } from 'vitest';
import type { CohortKind, EventMeasure, EventQuery, Filter } from '#contract/api.js';
import { chainsByKey, distributionSql, eventSql, funnelSql, retentionSql, type SqlStep } from './analysis.sql.js';
import { periodSql, type SqlGranularity, type SqlRange } from './periods.sql.js';
import { differing, type Pair, type Setting } from './same-question.js';

const common = ({ zone: timezone, profile }: Setting) => ({ timezone, profile });

/** The three distributions are the same by SQL. */
export async function expectSameDistributions({ engine, duck }: Pair, setting: Setting, range: SqlRange) {
  await duck.run(periodSql('all', range, setting.zone));
  for (const of of ['visit_duration', 'visit_depth', 'opens_per_user'] as const) {
    const { buckets, total } = await engine.distribution(setting.scope, { ...range, ...common(setting), of });
    const rows = await duck.rows(distributionSql[of]);
    const bySql = new Map(rows.map(({ bucket, count }) => [bucket, count as number]));
    expect(buckets.flatMap(({ from, count }) => differing(`${of} ${from}`, count, bySql.get(from) ?? 0))).toEqual([]);
    expect(total).toBe([...bySql.values()].reduce((sum, count) => sum + count, 0));
    expect(total).toBeGreaterThan(10);
  }
}

/** Cohorts, who came back, and the averages are the same by SQL. */
export async function expectSameRetention(
  { engine, duck }: Pair,
  setting: Setting,
  range: SqlRange,
  granularity: 'day' | 'week' | 'month',
  cohort: CohortKind,
) {
  const offsets = [1, 2, 3, 7];
  const asked = { ...range, ...common(setting), granularity, cohort, offsets };
  const { cohorts, average } = await engine.retention(setting.scope, asked);
  const rows = await duck.rows(retentionSql(cohort, granularity, offsets, range, setting));
  const found = cohorts.flatMap(({ start, size, retained }) =>
    offsets.map((n, at) => ({ start, n, size, retained: retained[at]! })),
  );
  expect(found).toEqual(rows);
  expect(rows.some(({ retained }) => (retained as number) > 0)).toBe(true);
  const averages = offsets.map((n) => {
    const ended = rows.filter((row) => row.n === n && row.retained !== null);
    const sum = (name: 'size' | 'retained') => ended.reduce((total, row) => total + (row[name] as number), 0);
    return sum('size') === 0 ? null : sum('retained') / sum('size');
  });
  expect(averages.flatMap((value, at) => differing(`average ${offsets[at]}`, average[at], value))).toEqual([]);
}

/** A funnel as both are asked: filters for one, a condition for the other. */
export interface SameFunnel {
  readonly steps: readonly (SqlStep & { readonly filters?: Filter[] })[];
  readonly window?: number;
}

/** How many users get to each step, and how long the second of two takes them, are the same by SQL. */
export async function expectSameFunnel({ engine, duck }: Pair, setting: Setting, range: SqlRange, funnel: SameFunnel) {
  const { steps, window } = funnel;
  const asked = {
    ...range,
    ...common(setting),
    steps: steps.map(({ event, filters = [] }) => ({ event, filters })),
    ...(window !== undefined && { window_seconds: window }),
    group_by: ['properties.plan'],
  };
  const report = await engine.funnel(setting.scope, asked);
  await duck.run(periodSql('all', range, setting.zone));
  const rows = await duck.rows(funnelSql(steps, window ?? null));
  const groups = await duck.rows(chainsByKey(steps, window ?? null, 'plan'));
  const users = (row: Record<string, unknown> | undefined) => steps.map((_, k) => (row?.[`users${k + 1}`] as number | null) ?? 0);
  const what = `${steps.map(({ event }) => event).join(' > ')} within ${window}`;
  expect(report.steps.map((step) => step.users), what).toEqual(users(rows[0]));
  const found = report.groups.map(({ key, steps: of }) => [key[0], ...of.map((step) => step.users)]);
  expect(new Set(found), what).toEqual(new Set(groups.map((row) => [row.key, ...users(row)])));
  if (steps.length > 2) return;
  const { median_seconds: median, p90_seconds: p90 } = report.steps[1]!;
  expect([...differing('median', median, rows[0]?.median as number), ...differing('p90', p90, rows[0]?.p90 as number)], what).toEqual([]);
} // prettier-ignore

/** A measure of an event, grouped, by period and over the range, is the same by SQL. */
export async function expectSameEvent(
  { engine, duck }: Pair,
  setting: Setting,
  range: SqlRange,
  granularity: Extract<SqlGranularity, 'hour' | 'day' | 'all'>,
  { event, measure, field, value, group = {} }: SameEvent,
) {
  const group_by = Object.keys(group);
  const asked: EventQuery = { ...range, ...common(setting), event, measure, granularity, group_by, limit: 1000, order: '-value' };
  const full: EventQuery = field === undefined ? asked : { ...asked, field };
  const { series, totals, buckets } = await engine.event(setting.scope, full);
  const keys = Object.values(group);
  const answer = async (cut: SqlGranularity) => {
    await duck.run(periodSql(cut, range, setting.zone));
    const rows = await duck.rows(eventSql(event, value, keys));
    return new Map(rows.map((row) => [JSON.stringify([row.i, ...keys.map((_, k) => row[`key${k}`])]), row.value as number]));
  };
  const [cut, whole] = [await answer(granularity), await answer('all')];
  const none = measure === 'total' || measure === 'users' || measure === 'sum' ? 0 : null;
  const different = series.flatMap(({ key, values }, index) => [
    ...values.flatMap((one, i) =>
      differing(`${key.join()} ${buckets[i]!.start}`, one, cut.get(JSON.stringify([i, ...key])) ?? none),
    ),
    ...differing(`total of ${key.join()}`, totals[index]!.value, whole.get(JSON.stringify([0, ...key])) ?? none),
  ]);
  expect(different, `${measure} of ${event}`).toEqual([]);
  expect(series).toHaveLength(whole.size);
} // prettier-ignore

/** A question about an event as both are asked: `value` is the measure in SQL, `group` the columns of the fields. */
export interface SameEvent {
  readonly event: string;
  readonly measure: EventMeasure;
  readonly field?: string;
  readonly value: string;
  readonly group?: Readonly<Record<string, string>>;
}

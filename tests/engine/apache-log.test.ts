import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { createEngine, type Engine } from '#engine/index.js';

const range = { start: '2015-05-17', end: '2015-05-20' };
const app = 'apps/default';

describe('the access log of a public blog', () => {
  let engine: Engine;

  beforeAll(async () => {
    engine = createEngine({ mapping: { fields: { os: 'os_name' }, roles: { page_view: ['pageview'] } } });
    const outcome = await engine.ingest(readFileSync(new URL('../fixtures/apache_access.ndjson', import.meta.url)));
    expect(outcome).toMatchObject({ accepted: 9999, duplicate: 0, rejected: 0 });
  });

  it('gives the published figures over four days', async () => {
    const metrics = ['visits', 'active_users', 'opens', 'stay_duration', 'avg_visit_depth', 'avg_opens_per_user'];
    const report = await engine.summary(app, { ...range, metrics });
    const values = report.metrics.map(({ value }) => Number(value?.toFixed(3)));
    expect(values).toEqual([4070, 1288, 2326, 31565, 1.534, 1.806]);
    expect(report.meta).toMatchObject({ data_as_of: '2015-05-21T00:00:00Z', next_refresh_at: null });
  });

  it('gives them by day', async () => {
    const metrics = ['active_users', 'new_users', 'opens', 'visits'];
    const report = await engine.trend(app, { ...range, granularity: 'day', metrics });
    expect(report.series.map(({ values }) => values)).toEqual([
      [266, 436, 421, 377],
      [266, 374, 348, 300],
      [407, 730, 620, 569],
      [761, 1339, 1054, 916],
    ]);
  });

  it('gives them by page', async () => {
    const metrics = ['page_visits', 'page_visitors', 'entries', 'exits', 'exit_rate', 'bounce_rate'];
    const query = { ...range, dimension: 'page_path', metrics, limit: 1000 };
    const { rows } = await engine.breakdown(app, query);
    const valuesOf = (path: string) => Object.values(rows.find(({ key }) => key === path)!.values);
    expect(valuesOf('/').slice(0, 4)).toEqual([575, 223, 456, 461]);
    expect(valuesOf('/')[4]).toBeCloseTo(0.8017, 4);
    expect(valuesOf('/')[5]).toBe(0.875);
    expect(valuesOf('/projects/xdotool/').slice(0, 4)).toEqual([223, 190, 176, 164]);
  });

  it('gives opens by source', async () => {
    const { rows } = await engine.breakdown(app, { ...range, dimension: 'source', metrics: ['opens'], limit: 3 });
    expect(rows.map(({ key, values }) => [key, values.opens])).toEqual([
      ['direct', 1311],
      ['internal', 431],
      ['google.com', 156],
    ]);
  });

  it('shows days with data and the values of a field', async () => {
    const { days } = await engine.days(app, { timezone: 'UTC' });
    expect(days).toEqual(['2015-05-17', '2015-05-18', '2015-05-19', '2015-05-20']);
    const { values } = await engine.values(app, { field: 'os_name', search: 'OS' });
    expect(values.map(({ value, count }) => [value, count])).toEqual([
      ['macOS', 1410],
      ['iOS', 419],
      ['ChromeOS', 9],
    ]);
  });
});

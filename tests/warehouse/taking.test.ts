import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { IdMarks } from '../../src/warehouse/duckdb/id-marks.js';
import { openWarehouse, type Warehouse } from '#warehouse/index.js';

const ts = Date.parse('2026-05-04T08:00:00Z');
const bodyOf = (events: readonly object[]) => new Blob([events.map((one) => JSON.stringify(one)).join('\n')]).stream();
const range = { start: '2026-05-04', end: '2026-05-04' };

describe('events on their way into a DuckDB file', () => {
  let warehouse: Warehouse;
  let app = 0;

  beforeAll(async () => {
    warehouse = await openWarehouse(':memory:', { threads: 1 });
  });
  afterAll(() => warehouse.close());

  const collect = async (name: string, ...events: readonly object[]) => {
    const { accepted, duplicate } = await warehouse.collect(name, bodyOf(events));
    return [accepted, duplicate];
  };

  it('are found again by their id among thousands, in one body and in those before', async () => {
    const name = `app-${app++}`;
    const launch = (number: number) => ({
      ...{ user_id: `u${number}`, ts: ts + number, event: 'launch', event_id: `${name}-${number}` },
    });
    const many = Array.from({ length: 5000 }, (_, number) => launch(number));
    expect(await collect(name, ...many)).toEqual([5000, 0]);
    expect(await collect(name, launch(4999), launch(5000), launch(5000), launch(17))).toEqual([1, 3]);
    expect(await collect(name, ...many, launch(5001))).toEqual([1, 5000]);
    const { metrics } = await warehouse.summary(`apps/${name}`, { ...range, metrics: ['opens', 'active_users'] });
    expect(metrics.map(({ value }) => value)).toEqual([5002, 5002]);
  });

  it('make nobody known, neither user nor app, where they are left out', async () => {
    const launch = { ts, event: 'launch', event_id: 'the same' };
    await collect('named', { ...launch, user_id: 'one' });
    expect(await collect('unnamed', { ...launch, user_id: 'other' })).toEqual([0, 1]);
    expect((await warehouse.apps()).map(({ id }) => id)).not.toContain('unnamed');
  });

  it('may each have other fields than those before', async () => {
    const name = `app-${app++}`;
    const launch = { user_id: 'u', event: 'launch' };
    await collect(name, { ...launch, ts });
    await collect(name, { ...launch, ts: ts + 1, os_name: 'iOS', device_width: 320, properties: { plan: 'free' } });
    await collect(name, { ...launch, ts: ts + 2, environment: 'non_production' });
    const scope = `apps/${name}` as const;
    const byDimension = { ...range, dimension: 'os_name', metrics: ['opens'] };
    const { rows } = await warehouse.breakdown(scope, byDimension);
    expect(rows.map(({ key, values }) => [key, values['opens']])).toEqual([
      ['iOS', 1],
      [null, 1],
    ]);
    const all = { granularity: 'all', order: '-value', limit: 10 } as const;
    const byPlan = { ...range, event: 'launch', measure: 'total', group_by: ['properties.plan'], ...all } as const;
    expect(JSON.stringify(await warehouse.event(scope, { ...byPlan, group_by: ['properties.plan'] }))).toContain(
      'free',
    );
  });
});

describe('marks of ids', () => {
  it('know every id that was met, and of others as good as none', () => {
    const marks = new IdMarks();
    marks.clear(40_000);
    const hash = (number: number) => [Math.imul(number, 0x9e3779b1), Math.imul(number + 7, 0x85ebca6b)] as const;
    const numbers = Array.from({ length: 40_000 }, (_, number) => number);
    expect(numbers.filter((number) => marks.meet(...hash(number)))).toEqual([]);
    expect(marks.hasRoomFor(30_000)).toBe(false);
    expect(numbers.every((number) => marks.meet(...hash(number)))).toBe(true);
  });
});

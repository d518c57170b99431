import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { createEngine, type Mapping } from '#engine/index.js';
import { patience } from '../twin/same-answer.js';
import { Duck } from './duck.js';
import { type FileColumns, loadEvents, loadFile, town } from './logs.js';
import { expectSameDistributions, expectSameEvent, expectSameFunnel, expectSameRetention } from './same-analysis.js';
import { expectSameBreakdown, expectSameTrend, type Pair, settle, type Setting } from './same-question.js';

const ducks: Duck[] = [];
const duckWith = async (load: (duck: Duck) => Promise<void>): Promise<Duck> => {
  const duck = await Duck.open();
  ducks.push(duck);
  await load(duck);
  return duck;
};
afterEach(() => ducks.splice(0).forEach((duck) => duck.close()));

/** A file, read by the engine in its way and by DuckDB in its own. */
async function fixture(name: string, mapping: Mapping, columns: FileColumns, asOf: number): Promise<Pair> {
  const file = fileURLToPath(new URL(`../../fixtures/${name}`, import.meta.url));
  const engine = createEngine({ mapping, clock: { now: () => asOf } });
  await engine.ingest(readFileSync(file));
  return { engine, duck: await duckWith((duck) => loadFile(duck, file, columns)) };
}

const pageViews = { measure: 'total', value: 'count(*)', group: { os_name: 'os_name', source: 'source' } } as const;

describe('a real log gives the same in SQL', () => {
  it.each(['UTC', 'Asia/Kathmandu'])(
    'as visits to a blog, in %s',
    async (zone) => {
      const asOf = Date.parse('2015-05-22T00:00:00Z');
      const mapping: Mapping = { fields: { os: 'os_name' }, roles: { page_view: ['pageview'] } };
      const columns = { role: "case event when 'pageview' then 'page_view' else event end", os_name: 'os' };
      const pair = await fixture('apache_access.ndjson', mapping, columns, asOf);
      const range = { start: '2015-05-17', end: '2015-05-20' };
      const setting: Setting = { profile: 'standard', zone, scope: 'apps/default', asOf };
      await settle(pair.duck, setting);
      await expectSameTrend(pair, setting, range, 'day');
      await expectSameBreakdown(pair, setting, range, 'page_path');
      await expectSameBreakdown(pair, setting, range, 'source');
      await expectSameDistributions(pair, setting, range);
      await expectSameRetention(pair, setting, range, 'day', 'new_users');
      const steps = [{ event: 'error' }, { event: 'page_view' }];
      await expectSameFunnel(pair, setting, range, { steps, window: 30 });
      await expectSameEvent(pair, setting, range, 'all', { event: 'pageview', ...pageViews });
    },
    patience,
  );

  it.each(['UTC', 'America/New_York'])(
    'as half a year of a shop, in %s',
    async (zone) => {
      const asOf = Date.parse('2024-05-15T10:00:00Z');
      const mapping: Mapping = { roles: { page_view: '*' } };
      const pair = await fixture('ecom_events.ndjson.gz', mapping, { role: "'page_view'" }, asOf);
      const setting: Setting = { profile: 'standard', zone, scope: 'superapp', asOf };
      const range = { start: '2024-02-20', end: '2024-05-14' };
      await settle(pair.duck, setting);
      await expectSameTrend(pair, setting, range, 'week');
      await expectSameTrend(pair, setting, { start: '2024-03-09', end: '2024-03-12' }, 'day');
      await expectSameBreakdown(pair, setting, range, 'source');
      await expectSameDistributions(pair, setting, range);
      await expectSameRetention(pair, setting, range, 'week', 'active_users');
      await expectSameRetention(pair, setting, { start: '2024-01-01', end: '2024-05-14' }, 'month', 'new_users');
      const steps = ['home', 'product_view', 'add_to_cart'].map((event) => ({ event }));
      await expectSameFunnel(pair, setting, { start: '2024-03-01', end: '2024-03-31' }, { steps, window: 3600 });
    },
    patience,
  );
});

describe('three months of a small town give the same in SQL', () => {
  it.each(['Asia/Shanghai', 'Europe/Berlin'])(
    'in %s',
    async (zone) => {
      const asOf = Date.parse('2026-04-10T09:30:00Z');
      const events = town(asOf);
      expect(events.length).toBeGreaterThan(4000);
      const engine = createEngine({ clock: { now: () => asOf } });
      await engine.ingest(JSON.stringify(events), { format: 'json' });
      const pair = { engine, duck: await duckWith((duck) => loadEvents(duck, events)) };
      const setting: Setting = { profile: 'tencent_sas', zone, scope: 'superapp', asOf };
      const range = { start: '2026-03-20', end: '2026-04-09' };
      await settle(pair.duck, setting);
      await expectSameTrend(pair, setting, range, 'day');
      await expectSameTrend(pair, setting, { start: '2026-02-10', end: '2026-04-09' }, 'week');
      await expectSameBreakdown(pair, setting, range, 'source');
      await expectSameBreakdown(pair, setting, range, 'os_name');
      await expectSameDistributions(pair, setting, range);
      await expectSameRetention(pair, setting, range, 'day', 'new_users');
      await expectSameFunnel(pair, setting, range, { steps: [{ event: 'launch' }, { event: 'pay' }], window: 600 });
      await expectSameEvent(pair, setting, range, 'day', {
        event: 'pay',
        measure: 'sum',
        field: 'amount',
        value: 'sum(amount)',
        group: { city: 'city', source: 'source' },
      });
    },
    patience,
  );
});

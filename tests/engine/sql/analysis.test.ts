import { afterAll, beforeAll, describe, it } from 'vitest';
import { createEngine } from '#engine/index.js';
import type { Place } from '../twin/arbitrary-log.js';
import { plusDays } from '../twin/local-time.js';
import { Duck } from './duck.js';
import { crowd, loadEvents } from './logs.js';
import {
  expectSameDistributions,
  expectSameEvent,
  expectSameFunnel,
  expectSameRetention,
  type SameEvent,
  type SameFunnel,
} from './same-analysis.js';
import { type Pair, settle, type Setting } from './same-question.js';

const onPage = (path: string) => ({
  filters: [{ field: 'page_path', operator: 'eq' as const, values: [path] }],
  where: `page_path = '${path}'`,
});

const funnels: SameFunnel[] = [
  { steps: [{ event: 'launch' }, { event: 'page_view' }] },
  { steps: [{ event: 'launch' }, { event: 'page_view' }], window: 20 },
  { steps: [{ event: 'page_view' }, { event: 'page_view' }], window: 60 },
  {
    steps: [
      { event: 'page_view', ...onPage('/a') },
      { event: 'page_view', ...onPage('/b') },
    ],
    window: 1800,
  },
  { steps: [{ event: 'launch' }, { event: 'page_view' }, { event: 'share' }], window: 3600 },
  { steps: [{ event: 'share' }, { event: 'share' }, { event: 'share' }] },
  { steps: [{ event: 'page_view' }, { event: 'launch' }, { event: 'page_view' }, { event: 'pay' }], window: 86_400 },
  { steps: [{ event: 'search' }, { event: 'buy' }, { event: 'search' }, { event: 'never' }] },
];

const plan = { 'properties.plan': 'plan' };
const events: SameEvent[] = [
  { event: 'page_view', measure: 'total', value: 'count(*)', group: { page_path: 'page_path', os_name: 'os_name' } },
  { event: 'buy', measure: 'users', value: 'count(distinct person)', group: { source: 'source' } },
  { event: 'search', measure: 'per_user', value: 'count(*) / count(distinct person)', group: plan },
  { event: 'pay', measure: 'sum', field: 'amount', value: 'sum(amount)', group: { city: 'city' } },
  { event: 'page_view', measure: 'avg', field: 'duration_ms', value: 'avg(duration_ms)', group: plan },
  { event: 'click', measure: 'min', field: 'properties.seats', value: 'min(seats)' },
  {
    event: 'page_leave',
    measure: 'max',
    field: 'properties.seats',
    value: 'max(seats)',
    group: { os_name: 'os_name' },
  },
];

const places: readonly Place[] = [
  { zone: 'UTC', day: '2024-02-29' },
  { zone: 'Asia/Shanghai', day: '2026-02-28' },
  { zone: 'Europe/Berlin', day: '2025-10-26' },
];

describe.each(places)('analysis in SQL, of a crowd around $day in $zone:', (place) => {
  const { zone, day } = place;
  const asOf = Date.parse(`${plusDays(day, 70)}T16:00:00Z`);
  const week = { start: plusDays(day, -4), end: plusDays(day, 4) };
  const setting: Setting = { profile: 'standard', scope: 'superapp', zone, asOf };
  let pair: Pair;

  beforeAll(async () => {
    const log = crowd(place, 24, 20_260_302);
    const engine = createEngine({ clock: { now: () => asOf } });
    await engine.ingest(JSON.stringify(log), { format: 'json' });
    const duck = await Duck.open();
    pair = { engine, duck };
    await loadEvents(duck, log);
    await settle(duck, setting);
  });
  afterAll(() => pair.duck.close());

  it('distributions are the same', async () => {
    await expectSameDistributions(pair, setting, week);
  });

  it.each(['day', 'week', 'month'] as const)('retention by %s is the same', async (granularity) => {
    const range = granularity === 'day' ? week : { start: plusDays(day, -60), end: plusDays(day, 60) };
    await expectSameRetention(pair, setting, range, granularity, 'new_users');
    await expectSameRetention(pair, setting, range, granularity, 'active_users');
  });

  it.each(funnels)('a funnel of $steps.length steps within $window s is the same (%#)', async (funnel) => {
    await expectSameFunnel(pair, setting, week, funnel);
  });

  it.each(events)('$measure of $event is the same', async (event) => {
    await expectSameEvent(pair, setting, week, 'day', event);
    await expectSameEvent(pair, setting, week, 'all', event);
  });
});

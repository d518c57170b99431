import { profiles as allProfiles } from '#contract/profiles.js';
import { createEngine, type Engine } from '#engine/index.js';
import { generateColumns } from '#mocks/columns.js';
import { engineOf, type TestEvent } from '../engine/support/engine-of.js';

const now = Date.parse('2026-04-12T10:20:00Z');

/** A small town over some weeks, in three apps. */
export function mockTown(profileIds?: readonly string[]): Engine {
  const profiles = allProfiles.filter(({ id }) => profileIds?.includes(id) ?? true);
  const engine = createEngine({ profiles, clock: { now: () => now } });
  engine.ingestColumns(generateColumns({ until: now, scale: 0.03, days: 50 }));
  return engine;
}

/** The check case of the metric catalogue: one user, a day with two opens, back after 31 days. */
export function checkCase(): Promise<Engine> {
  const noon = Date.parse('2026-03-02T04:00:00Z');
  const at = (seconds: number) => new Date(noon + seconds * 1000).toISOString();
  const home = { page_path: 'home' };
  const events: TestEvent[] = [
    ['u', at(0), 'launch'],
    ['u', at(1), 'page_view', home],
    ['u', at(5), 'share', home],
    ['u', at(10), 'background'],
    ['u', at(35), 'launch'],
    ['u', at(36), 'page_view', home],
    ['u', at(60), 'background'],
    ['u', '2026-04-03T04:00:00Z', 'launch'],
  ];
  return engineOf(events, { timezone: 'Asia/Shanghai', now: '2026-04-10T00:00:00Z' });
}

/** Two users who pay in two currencies, with opens over midnight, events outside opens, and no clock but the file's. */
export function oddLog(): Promise<Engine> {
  return engineOf([
    ['a', '2026-03-01T23:50:00Z', 'page_view', { page_path: '/x', source: 'qr', os_name: 'iOS' }],
    ['a', '2026-03-02T00:10:00Z', 'page_view', { page_path: '/y' }],
    ['a', '2026-03-02T00:11:00Z', 'pay', { amount: 100, currency: 'CNY' }],
    ['b', '2026-03-02T05:00:00Z', 'click'],
    ['b', '2026-03-02T05:00:00Z', 'launch', { scene: 9998 }],
    ['b', '2026-03-02T05:40:00Z', 'pay', { amount: 7, currency: 'EUR', properties: { plan: 'pro' } }],
    ['b', '2026-03-02T09:00:00Z', 'page_view', { environment: 'non_production' }],
  ]);
}

import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import type { FunnelQuery } from '#contract/api.js';
import { createEngine } from '#engine/index.js';
import { weixinSources } from '#contract/sources.js';
import { twinFunnel } from './twin/funnel-report.js';
import { differences, profiles } from './twin/same-answer.js';
import type { TwinEvent } from './twin/twin-log.js';

const file = readFileSync(new URL('../fixtures/ecom_events.ndjson.gz', import.meta.url));

/** From looking at the shop to buying, without a window, over all the time that the log covers. */
const query: FunnelQuery = {
  ...{ start: '2024-01-01', end: '2024-06-30', timezone: 'UTC', profile: 'standard' },
  steps: ['catalog', 'product_view', 'add_to_cart', 'cart', 'purchase'].map((event) => ({ event })),
};

/** Events as the twin reads them: instants as epoch milliseconds, all else as it stands in the file. */
function twinEvents(): TwinEvent[] {
  const lines = gunzipSync(file).toString('utf8').trim().split('\n');
  return lines.map((line) => {
    const { ts, ...event } = JSON.parse(line) as { ts: string; user_id: string; event: string };
    return { ...event, ts: Date.parse(ts) };
  });
}

/*
 * How the figures came about. Of the 600 users of the shop each counts once, by the longest chain of the five steps in
 * their order, each later than the one before; whatever else they do in between does not matter, and half a year may pass
 * from the first to the last. Every event plays the role page_view by the mapping, but a step names the raw event. The
 * figures are those of the twin, which walks every chain of every user from the definition alone; the engine, which finds
 * them in one pass, has to give the same, times between steps included. Without a window the number of users is also what
 * taking each user's events in order, and the next step whenever it comes, gives: 600, 596, 502, 419, 217.
 */
it('half a year of a shop, from catalogue to purchase, is what the twin counts', async () => {
  const events = twinEvents();
  const now = Date.parse('2024-07-01T00:00:00Z');
  const engine = createEngine({ mapping: { roles: { page_view: '*' } }, clock: { now: () => now } });
  expect(await engine.ingest(file)).toMatchObject({ accepted: 31_106, duplicate: 0, rejected: 0 });
  const world = { events, roleOf: () => 'page_view', sources: weixinSources, profiles, apps: null, now };
  const twin = twinFunnel(world, 'apps/default', query);
  const { steps, groups } = await engine.funnel('apps/default', query);
  expect(differences({ steps, groups }, twin)).toEqual([]);
  expect(steps.map(({ event, users, drop_off: lost }) => [event, users, lost])).toEqual([
    ['catalog', 600, null],
    ['product_view', 596, 4],
    ['add_to_cart', 502, 94],
    ['cart', 419, 83],
    ['purchase', 217, 202],
  ]);
  expect(steps[4]!.conversion_rate).toBe(217 / 600);
}, 60_000);

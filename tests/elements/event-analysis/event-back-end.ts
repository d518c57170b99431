import type { RawEvent } from '#contract/api.js';
import { createClient, type Client } from '#client/client.js';
import { createEngine } from '#engine/index.js';
import { createDefinitions, createHandler, createMemoryStore } from '#server/index.js';

/** Ten past two on Sunday 22 November 2026 in Shanghai. */
export const now = (): number => Date.parse('2026-11-22T06:10:00Z');

type Row = readonly [day: string, user: string, province: string | null, system: string, price?: number];

const rows: readonly Row[] = [
  ['2026-11-20', 'a', 'Zhejiang', 'iOS', 10],
  ['2026-11-20', 'a', 'Zhejiang', 'iOS', 30],
  ['2026-11-20', 'b', 'Zhejiang', 'Android', 20],
  ['2026-11-21', 'a', 'Zhejiang', 'iOS'],
  ['2026-11-21', 'c', 'Hunan', 'iOS', 5],
  ['2026-11-22', 'd', 'Hunan', 'Android', 7],
  ['2026-11-22', 'e', null, 'iOS', 1],
];

/** Adding to the cart seven times, by five users, one search, and a launch: a log without visits is none. */
export const log: readonly RawEvent[] = [
  ...rows.map(([day, user, province, system, price], index) => ({
    ...{ user_id: user, event: 'add_to_cart', app_id: 'lantern-tea', event_id: `e${index}` },
    ts: `${day}T0${index}:00:00+08:00`,
    ...(province !== null && { province }),
    os_name: system,
    ...(price !== undefined && { properties: { price } }),
  })),
  { user_id: 'a', event: 'launch', app_id: 'lantern-tea', event_id: 'l', ts: '2026-11-19T23:00:00+08:00' },
  { user_id: 'a', event: 'search', app_id: 'lantern-tea', event_id: 's', ts: '2026-11-21T09:00:00+08:00' },
];

/** An engine that holds the log, and a client that asks it as over the wire; `asked` are the paths it was asked. */
export async function eventBackEnd(events: readonly RawEvent[] = log) {
  const engine = createEngine({ clock: { now }, timezone: 'Asia/Shanghai' });
  const ndjson = events.map((event) => JSON.stringify(event)).join('\n');
  await engine.ingest(new Blob([ndjson]).stream());
  const definitions = createDefinitions({ store: createMemoryStore(), clock: { now } });
  const handler = createHandler({ reports: engine, definitions });
  const asked: string[] = [];
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    asked.push(`${request.method} ${new URL(request.url).pathname}`);
    return handler.fetch(request);
  };
  const client: Client = createClient({ baseUrl: 'https://metrics.example', fetch, retry: { retries: 0 } });
  return { engine, client, asked };
}

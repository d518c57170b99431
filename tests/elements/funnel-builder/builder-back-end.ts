import type { Permission, SavedFunnelInput } from '#contract/api.js';
import { createClient, type Client } from '#client/client.js';
import { createDefinitionsClient, type DefinitionsClient } from '#client/definitions.js';
import { createEngine } from '#engine/index.js';
import { createDefinitions, createHandler, createMemoryStore } from '#server/index.js';

export const now = (): number => Date.parse('2026-11-22T05:30:00Z');
export const app = 'lantern-tea';

/** How many of the people of a day take each step. */
const path = ['launch', 'page_view', 'add_to_cart', 'checkout', 'pay'] as const;
const DAY = 86_400_000;

/**
 * Four weeks of a small shop: each day 20 people, of whom those with a low number come far, and more of them from week to
 * week. Every third is on iOS; the last step of every fifth comes two days late.
 */
function events(): object[] {
  const first = now() - 28 * DAY;
  return Array.from({ length: 28 }, (_, day) =>
    Array.from({ length: 20 }, (_, person) => {
      const come = Math.min(path.length, 1 + Math.floor((20 - person + Math.floor(day / 7)) / 4));
      const os_name = person % 3 === 0 ? 'iOS' : 'Android';
      return path.slice(0, come).map((event, step) => ({
        ...{ app_id: app, user_id: `u${day}-${person}`, event, os_name, page_path: `pages/${event}` },
        ts: first + day * DAY + person * 1000 + step * 60_000 + (step === 4 && person % 5 === 0 ? 2 * DAY : 0),
      }));
    }),
  ).flat(2);
}

/** A back end in the page, its client, and what was asked of it. */
export interface BuilderBackEnd {
  readonly client: Client;
  readonly definitions: DefinitionsClient;
  /** `METHOD path`, of everything that was asked. */
  readonly asked: string[];
  /** Answers in the back end's place, until it is taken away. */
  intercept: ((request: Request) => Response | Promise<Response> | undefined) | undefined;
}

/** The contract's handler over the engine, with definitions in memory. */
export async function builderBackEnd(permissions?: readonly Permission[]): Promise<BuilderBackEnd> {
  const clock = { now };
  const reports = createEngine({ clock, timezone: 'Asia/Shanghai' });
  await reports.ingest(JSON.stringify(events()), { format: 'json' });
  const definitions = createDefinitions({ store: createMemoryStore(), clock });
  const grant = { name: 'Mei', roles: ['super_admin'] as const, ...(permissions && { permissions }) };
  const handler = createHandler({ reports, definitions, permissions: () => grant });
  const back: { intercept: BuilderBackEnd['intercept']; readonly asked: string[] } = {
    intercept: undefined,
    asked: [],
  };
  const client = createClient({
    baseUrl: 'https://shop.example',
    retry: { retries: 0 },
    fetch: async (request) => {
      back.asked.push(`${request.method} ${new URL(request.url).pathname}`);
      return (await back.intercept?.(request)) ?? handler.fetch(request);
    },
  });
  return Object.assign(back, { client, definitions: createDefinitionsClient(client) });
}

/** A funnel from the start to the payment. */
export const toPayment: SavedFunnelInput = {
  name: 'To payment',
  steps: path.map((event) => ({ event, filters: [] })),
  window_seconds: 86_400,
  group_by: [],
};

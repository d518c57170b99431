import { createClient, type Client } from '#client/index.js';
import type { EventConfiguration, Permission } from '#contract/api.js';
import { createEngine } from '#engine/index.js';
import { createDefinitions, createHandler, createMemoryStore } from '#server/index.js';
import { mockApps } from '#mocks/registry.js';
import { DefinedFeed } from '#mocks/defined-feed.js';

export const app = 'lantern-tea';
const start = Date.parse('2026-11-22T05:30:00Z');
const all: readonly Permission[] = [
  'events.read',
  'events.write',
  'events.publish',
  'custom_analysis.read',
  'events.collect',
  'data_overview.read',
  'user_analysis.read',
  'page_analysis.read',
];

/** A back end of definitions over a small log, whose people do what defined events describe; its clock goes on with each request. */
export class EventBackEnd {
  now = start;
  /** Every request that was answered, as `METHOD path`. */
  readonly asked: string[] = [];
  /** Answers a request in place of the back end, before (`fail`) or after it has done it (`lose`). */
  fail: ((request: Request) => Response | undefined) | undefined;
  lose: ((request: Request) => Response | undefined) | undefined;
  #name = 'Mei Chen';
  #permissions = all;
  readonly #ready: Promise<unknown>;
  readonly #handler;
  readonly #feed;

  constructor() {
    const clock = { now: () => this.now };
    const apps = mockApps({ until: start });
    const reports = createEngine({ timezone: 'Asia/Shanghai', profile: 'standard', clock, apps });
    const rows = Array.from({ length: 40 }, (_, index) => ({
      app_id: app,
      user_id: `u${index % 9}`,
      event: index % 2 ? 'page_view' : 'click',
      ts: start - (index + 20) * 3_600_000,
      page_path: index % 4 ? 'pages/product/detail' : 'pages/cart/index',
      properties: index % 2 ? {} : { element: '#add', price: 9.5, sku: index % 8 ? 'T-1' : 'T-2' },
    }));
    const log = rows.map((row) => JSON.stringify(row)).join('\n');
    this.#ready = reports.ingest(new TextEncoder().encode(log));
    const permissions = () => ({ name: this.#name, roles: [], permissions: this.#permissions });
    this.#handler = createHandler({
      reports,
      definitions: createDefinitions({ store: createMemoryStore(), clock }),
      permissions,
    });
    this.#feed = new DefinedFeed((request) => this.#handler.fetch(request), start);
  }

  /** A client of this back end, as somebody with some permissions. */
  client(name = 'Mei Chen', permissions: readonly Permission[] = all): Client {
    const fetch = async (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
      const request = new Request(input, init);
      this.asked.push(`${request.method} ${new URL(request.url).pathname.replace(`/v1/apps/${app}`, '')}`);
      await this.#ready;
      const failed = this.fail?.(request);
      if (failed) return failed;
      this.now += 1000;
      await this.#feed.tell(request, this.now);
      [this.#name, this.#permissions] = [name, [...permissions]];
      const answer = await this.#handler.fetch(request);
      return this.lose?.(request) ?? answer;
    };
    return createClient({ baseUrl: 'https://events.example', fetch, retry: { retries: 0 } });
  }
}

/** A failure of a back end. */
export const failed = (): Response =>
  Response.json(
    { type: 'about:blank', title: 'The back end failed', status: 500, code: 'failed' },
    { status: 500, headers: { 'Content-Type': 'application/problem+json' } },
  );

/** A whole event. */
export const addToCart: EventConfiguration = {
  name: 'add_to_cart',
  display_name: 'Add to cart',
  method: 'manual',
  template: 'blank',
  actions: [
    {
      trigger: 'click',
      report: 'once',
      page: 'pages/product/detail',
      element: '#add',
      data: [
        { field: 'price', type: 'number', from: 'data.price' },
        { field: 'sku', type: 'string', from: 'data.sku' },
      ],
    },
  ],
};

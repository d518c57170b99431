import { createClient, type Client } from '#client/index.js';
import { createEngine, type Engine } from '#engine/index.js';
import { createDefinitions, createHandler, createMemoryStore } from '#server/index.js';
import { generateColumns } from '#mocks/columns.js';
import { DefinedFeed } from '#mocks/defined-feed.js';
import { populationApps } from '#mocks/index.js';
import { mockApps } from '#mocks/registry.js';

export const app = 'lantern-tea';
export const scope = `apps/${app}` as const;

/**
 * A whole back end in the page on one clock, which stands still until it is put on: two weeks of a tea shop's events, and
 * people who do what defined events describe. `engine` answers the same questions behind its back.
 */
export class PlayBackEnd {
  now = Date.parse('2026-11-22T05:30:00Z');
  readonly engine: Engine;
  readonly client: Client;
  readonly #feed: DefinedFeed;

  constructor() {
    const clock = { now: () => this.now };
    const apps = populationApps.filter(({ id }) => id === app);
    const people = { until: this.now, days: 15, scale: 0.5, apps };
    this.engine = createEngine({ timezone: 'Asia/Shanghai', profile: 'standard', clock, apps: mockApps(people) });
    this.engine.ingestColumns(generateColumns(people), { withoutVisits: true });
    const handler = createHandler({
      reports: this.engine,
      definitions: createDefinitions({ store: createMemoryStore(), clock }),
      permissions: () => ({ name: 'Mei Chen', roles: ['superapp_admin'] as const }),
    });
    this.#feed = new DefinedFeed((request) => handler.fetch(request), this.now);
    this.client = createClient({
      baseUrl: 'https://play.example',
      retry: { retries: 0 },
      fetch: async (request) => {
        await this.#feed.tell(request, this.now);
        return handler.fetch(request);
      },
    });
  }

  /** Puts the clock on; what people have done meanwhile has come in then. */
  async wait(seconds: number): Promise<void> {
    this.now += seconds * 1000;
    await this.#feed.tell(new Request(`https://play.example/v1/${scope}/events`), this.now);
  }
}

import type { Clock } from '#contract/report-source.js';
import { createEngine } from '#engine/index.js';
import { createDefinitions, createHandler, type DocumentStore } from '#server/index.js';
import { generateColumns } from './columns.js';
import { DefinedFeed } from './defined-feed.js';
import type { PopulationOptions } from './population/population.js';
import { Feed } from './feed.js';
import { mockApps } from './registry.js';
import type { Scenario } from './scenarios/scenario.js';

/** Options of the back end behind every scenario. */
export interface MockHostOptions extends Omit<PopulationOptions, 'until' | 'apps'> {
  readonly clock: Clock;
  /** Zone of reports that name none. Default Asia/Shanghai. */
  readonly timezone?: string;
  /** Definition profile of questions that name none. Default `standard`. */
  readonly profile?: string;
  /** Where event definitions, saved funnels and past queries are kept. Default memory, so that every page begins anew. */
  readonly store: DocumentStore;
  /**
   * People go on after the start: what they do is there once the clock has come to it, and so is what events describe
   * that are tested or published. Default false: nothing happens after the start, however long the page stays open.
   */
  readonly stream?: boolean;
}

/** The reference engine and the contract's handler over a population: what answers where a scenario lets it. */
export function createMockHost(scenario: Scenario, options: MockHostOptions): (request: Request) => Promise<Response> {
  const { clock, timezone = 'Asia/Shanghai', profile = 'standard', store, stream = false, ...people } = options;
  const population = {
    ...people,
    until: clock.now(timezone),
    ...(scenario.scale !== undefined && { scale: scenario.scale }),
    ...(scenario.apps && { apps: scenario.apps }),
  };
  const engine = createEngine({ timezone, profile, clock, apps: mockApps(population) });
  engine.ingestColumns(generateColumns(population), { withoutVisits: true });
  const grant = {
    name: 'Mei Chen',
    roles: ['superapp_admin'] as const,
    ...(scenario.permissions && { permissions: scenario.permissions }),
  };
  const definitions = createDefinitions({ store, clock });
  const handler = createHandler({ reports: engine, definitions, permissions: () => grant });
  if (!stream) return (request) => handler.fetch(request);
  const feed = new Feed(population);
  const defined = new DefinedFeed((request) => handler.fetch(request), population.until);
  return async (request) => {
    await defined.tell(request, clock.now(timezone));
    const news = feed.due(clock.now(timezone));
    if (news) engine.ingestColumns(news, { withoutVisits: true });
    return handler.fetch(request);
  };
}

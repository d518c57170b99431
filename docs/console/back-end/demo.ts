import type { BatchRequest } from '#contract/api.js';
import type { Clock } from '#contract/report-source.js';
import { createEngine } from '#engine/index.js';
import { generateColumnsByApp } from '#mocks/columns.js';
import { Feed } from '#mocks/feed.js';
import { mockApps } from '#mocks/registry.js';
import { createHandler, type Handler, type HandlerOptions } from '#server/index.js';
import { demoApp, demoZone } from '../demo-app.js';

/** Questions of the moment in which the page opens are answered before the other apps are taken in. */
const firstMomentMs = 250;

/** What people do after the page has opened comes in at the most so often. */
const betweenNewsMs = 1000;

/**
 * The drawn population, the first app first: its numbers stand while the others are still to be taken in. A question that
 * concerns another app waits for them. People go on while the page is open.
 */
export function createDemo(clock: Clock, definitions?: HandlerOptions['definitions']): Handler {
  const population = { until: clock.now(demoZone) };
  const engine = createEngine({ timezone: demoZone, clock, apps: mockApps(population) });
  const parts = generateColumnsByApp(population);
  const take = (): boolean => {
    const part = parts.next();
    if (!part.done) engine.ingestColumns(part.value, { withoutVisits: true });
    return !part.done;
  };
  take();
  let isWhole = false;
  const takeAll = (): void => {
    while (take());
    isWhole = true;
  };
  const feed = new Feed(population);
  let fedAt = population.until;
  const takeNews = (): void => {
    const now = clock.now(demoZone);
    if (!isWhole || now - fedAt < betweenNewsMs) return;
    fedAt = now;
    const news = feed.due(now);
    if (news) engine.ingestColumns(news, { withoutVisits: true });
  };
  const handler = createHandler({ reports: engine, ...(definitions && { definitions }) });
  let later: ReturnType<typeof setTimeout> | undefined;
  return {
    fetch: async (request) => {
      if (!isWhole && (await concernsOthers(request, demoApp))) takeAll();
      takeNews();
      const response = await handler.fetch(request);
      if (!isWhole) later ??= setTimeout(takeAll, firstMomentMs);
      return response;
    },
  };
}

/** Whether a question asks about more than one app. */
async function concernsOthers(request: Request, app: string): Promise<boolean> {
  const { pathname } = new URL(request.url);
  const own = `/v1/apps/${app}/`;
  if (pathname === '/v1/reports:batch') {
    const items = (await request.clone().json()) as BatchRequest;
    return items.some(({ scope }) => scope !== `apps/${app}`);
  }
  return pathname.startsWith('/v1/superapp/') || (pathname.startsWith('/v1/apps/') && !pathname.startsWith(own));
}

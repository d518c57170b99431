import { PatternRouter } from 'hono/router/pattern-router';
import { routes, type Route } from './routes.js';

/** The route of a path, and the app that the path names. */
export interface FoundRoute {
  readonly answers: Route['answers'];
  readonly app: string | undefined;
}

// Only Hono's router: the rest of it is a framework of 5 kB that a worker would carry for nothing.
const router = new PatternRouter<Route>();
for (const route of routes) router.add('ALL', route.path, route);

/** Finds what answers a path as a URL has it, percent-encoded. */
export function findRoute(pathname: string): FoundRoute | undefined {
  // Clients that encode every segment write the colon of a verb (`events:collect`) as %3A.
  const [match] = router.match('ALL', pathname.replace(/%3A/gi, ':'))[0];
  if (!match) return undefined;
  const [{ answers }, parameters] = match;
  return { answers, app: decoded((parameters as Readonly<Record<string, string>>).app) };
}

/** An escape that encodes nothing stays as it is written: no app has such an id. */
function decoded(segment: string | undefined): string | undefined {
  try {
    return segment && decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

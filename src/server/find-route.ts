import { PatternRouter } from 'hono/router/pattern-router';
import type { Route } from './route.js';

/** The route of a path, and what the path names. */
export interface FoundRoute {
  /** The pattern that the path fits. */
  readonly path: string;
  readonly answers: Route['answers'];
  readonly app: string | undefined;
  /** Of an event definition or a saved funnel. */
  readonly id: string | undefined;
}

/** Makes what finds the route of a path as a URL has it, percent-encoded. */
export function routeFinder(routes: readonly Route[]): (pathname: string) => FoundRoute | undefined {
  // Only Hono's router: the rest of it is a framework of 5 kB that a worker would carry for nothing.
  const router = new PatternRouter<Route>();
  for (const route of routes) router.add('ALL', route.path, route);
  return (pathname) => {
    // Clients that encode every segment write the colon of a verb (`events:collect`) as %3A.
    const [match] = router.match('ALL', pathname.replace(/%3A/gi, ':'))[0];
    if (!match) return undefined;
    const [{ path, answers }, parameters] = match;
    const { app, id } = parameters as Readonly<Record<string, string>>;
    return { path, answers, app: decoded(app), id: decoded(id) };
  };
}

/** An escape that encodes nothing stays as it is written: no app has such an id. */
function decoded(segment: string | undefined): string | undefined {
  try {
    return segment && decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

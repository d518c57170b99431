import { edgesOfFunnels } from './edges-of-funnels.js';
import { edgesOfMoney } from './edges-of-money.js';
import { edgesOfOpens } from './edges-of-opens.js';
import { edgesOfTime } from './edges-of-time.js';
import { peopleBodies } from './people.js';
import type { Edge, SentEvent } from './question.js';
import { townEvents } from './town.js';

/** Every edge of the rules. */
export const edges: readonly Edge[] = [...edgesOfOpens, ...edgesOfFunnels, ...edgesOfTime, ...edgesOfMoney];

/** The app of an edge. The number changes with the log: events that an older kit has sent are not in the way. */
export function appOfEdge(id: string): string {
  return `conformance-1-${id}`;
}

/** The app of the seeded town. */
export const townApp = 'conformance-1-town';

/** One body of the standard log. */
export interface Body {
  readonly app: string;
  readonly events: readonly SentEvent[];
}

/** The standard log, in the order in which it is sent. */
export function standardLog(): Body[] {
  const ofEdges = edges.flatMap(({ id, bodies }) => bodies.map((events) => ({ app: appOfEdge(id), events })));
  return [...ofEdges, ...peopleBodies, { app: townApp, events: townEvents() }];
}

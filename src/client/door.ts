import type { Session } from './session.js';

/**
 * Where parts of the client that stand in files of their own find the session in force: they share its token and
 * identity, and who does not use them does not load them. A symbol of the registry, as a page may hold two copies.
 */
export const door: unique symbol = Symbol.for('miniapp-analytics.client.session') as never;

/** A client that `createClient` made. */
export interface Doored {
  readonly [door]: () => Session;
}

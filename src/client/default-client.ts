import { type Client, type ClientOptions, createClient } from './client.js';

let client: Client | undefined;
const listeners = new Set<() => void>();

/**
 * Sets the client of every element that has neither one of its own nor a scope around it. May be called before or after
 * the elements are there, and again: they ask anew.
 *
 * @example configureDefault({ baseUrl: 'https://metrics.example', getToken: () => session.token() })
 */
export function configureDefault(options: ClientOptions): Client {
  client = createClient(options);
  for (const listener of [...listeners]) listener();
  return client;
}

/** The client that `configureDefault` made; `undefined` before. */
export const defaultClient = (): Client | undefined => client;

/** Calls back whenever `configureDefault` makes another client; returns how to stop. */
export function onDefaultClient(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

import { createAdaptorServer } from '@hono/node-server';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** How long open answers may take after the end has been asked for, unless somebody says otherwise. */
const GRACE_MS = 3000;

/** What answers: a handler of the contract, or something in front of it that also sees the connection. */
export interface ConnectionHandler {
  readonly fetch: (request: Request, connection: Connection) => Promise<Response>;
}

/** Both sides of a connection, as Node has them. */
export interface Connection {
  readonly incoming: IncomingMessage;
  readonly outgoing: ServerResponse;
}

/** A server that listens. */
export interface Listening {
  /** Where it answers, without a slash at the end. */
  readonly address: string;
  /**
   * Takes no more requests, lets those under way finish, and resolves when none is left. Those that take longer than
   * `graceMs` (default 3 seconds) are aborted.
   */
  close(graceMs?: number): Promise<void>;
}

/** Serves a handler over HTTP. A request whose connection breaks is aborted. */
export async function listen(handler: ConnectionHandler, port: number, hostname: string): Promise<Listening> {
  // The adaptor would put its own Request and Response in place of Node's for the whole process.
  const fetch = (request: Request, connection: unknown): Promise<Response> =>
    handler.fetch(request, connection as Connection);
  const server = createAdaptorServer({ fetch, overrideGlobalObjects: false }) as Server;
  const close = closer(server);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, hostname, () => {
      server.off('error', reject);
      resolve();
    });
  });
  const { address, port: bound } = server.address() as AddressInfo;
  return { address: `http://${address.includes(':') ? `[${address}]` : address}:${bound}`, close };
}

/**
 * Counts the answers under way, since Node does not take a connection for idle that has been opened ahead and never
 * used, as browsers do.
 */
function closer(server: Server): (graceMs?: number) => Promise<void> {
  let underWay = 0;
  let isClosing = false;
  const endIfDone = (): void => {
    if (isClosing && underWay === 0) server.closeAllConnections();
  };
  server.on('request', (_request, response) => {
    underWay++;
    response.once('close', () => {
      underWay--;
      endIfDone();
    });
  });
  return (graceMs = GRACE_MS) =>
    new Promise((resolve) => {
      isClosing = true;
      const late = setTimeout(() => {
        server.closeAllConnections();
      }, graceMs);
      server.close(() => {
        clearTimeout(late);
        resolve();
      });
      endIfDone();
    });
}

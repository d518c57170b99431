import { isPortMessage, portMark, type PortRequest, type PortResponse } from '#contract/port-protocol.js';
import type { Handler } from './handler.js';

/** One end of a channel: a `MessagePort`, or a worker's own global scope. */
export interface PortLike {
  postMessage(message: PortResponse, transfer: Transferable[]): void;
  addEventListener(type: 'message', listener: (event: { data: unknown }) => void): void;
  removeEventListener(type: 'message', listener: (event: { data: unknown }) => void): void;
  /** A `MessagePort` delivers nothing before it. */
  start?(): void;
}

/**
 * Answers requests that come over a port, so that the back end can live in a worker. Bodies travel whole, as
 * transferred buffers. Returns the function that ends it.
 *
 * @example serveOverPort(self as unknown as PortLike, createHandler({ reports }))
 */
export function serveOverPort(port: PortLike, handler: Handler): () => void {
  const underWay = new Map<number, AbortController>();
  const listen = ({ data }: { data: unknown }): void => {
    if (!isPortMessage(data)) return;
    if (data.kind === 'abort') underWay.get(data.id)?.abort();
    if (data.kind !== 'request') return;
    const control = new AbortController();
    underWay.set(data.id, control);
    void answer(port, handler, data, control.signal).finally(() => underWay.delete(data.id));
  };
  port.addEventListener('message', listen);
  port.start?.();
  return () => {
    port.removeEventListener('message', listen);
    for (const control of underWay.values()) control.abort();
  };
}

async function answer(
  port: PortLike,
  handler: Handler,
  asked: PortRequest & { kind: 'request' },
  signal: AbortSignal,
): Promise<void> {
  const { id, url, method, headers, body } = asked;
  let message: PortResponse;
  try {
    const response = await handler.fetch(new Request(url, { method, headers, body, signal }));
    message = {
      mark: portMark,
      kind: 'response',
      id,
      status: response.status,
      statusText: response.statusText,
      headers: [...response.headers],
      body: response.body ? await response.arrayBuffer() : null,
    };
  } catch (error) {
    message = { mark: portMark, kind: 'failure', id, message: error instanceof Error ? error.message : String(error) };
  }
  if (signal.aborted) return;
  port.postMessage(message, message.kind === 'response' && message.body ? [message.body] : []);
}

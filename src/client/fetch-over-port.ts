import { isPortMessage, portMark, type PortRequest, type PortResponse } from '#contract/port-protocol.js';

/** What `fetchOverPort` needs of a port: a `MessagePort`, a `Worker`, or a port of Node's. */
export interface PortLike {
  postMessage(message: PortRequest, transfer: Transferable[]): void;
  addEventListener(type: 'message', listener: (event: { data: unknown }) => void): void;
  start?(): void;
}

/** Statuses that a `Response` allows no body for. */
const bodiless = new Set([101, 204, 205, 304]);

/**
 * A `fetch` that is answered at the other end of a port, by `serveOverPort` in a worker, say.
 *
 * @example createClient({ fetch: fetchOverPort(new Worker(url, { type: 'module' })) })
 */
export function fetchOverPort(port: PortLike): typeof fetch {
  const waiting = new Map<number, (answer: PortResponse) => void>();
  let lastId = 0;
  port.addEventListener('message', ({ data }) => {
    if (isPortMessage(data)) waiting.get(data.id)?.(data as PortResponse);
  });
  port.start?.();

  return async (input, init) => {
    const request = new Request(input, init);
    const { signal } = request;
    // Not `request.body`: Firefox has none.
    const bytes = await request.arrayBuffer();
    const body = bytes.byteLength > 0 ? bytes : null;
    signal.throwIfAborted();
    const id = ++lastId;
    const { url, method, headers } = request;
    const answer = new Promise<PortResponse>((resolve, reject) => {
      waiting.set(id, resolve);
      signal.addEventListener('abort', () => {
        if (waiting.delete(id)) port.postMessage({ mark: portMark, kind: 'abort', id }, []);
        reject(signal.reason as Error);
      });
    });
    port.postMessage(
      { mark: portMark, kind: 'request', id, url, method, headers: [...headers], body },
      body ? [body] : [],
    );
    return responseOf(await answer.finally(() => waiting.delete(id)));
  };
}

function responseOf(answer: PortResponse): Response {
  if (answer.kind === 'failure') throw new TypeError(answer.message);
  const { status, statusText, headers, body } = answer;
  return new Response(bodiless.has(status) ? null : body, { status, statusText, headers });
}

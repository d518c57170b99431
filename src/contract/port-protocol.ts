/**
 * How a request and its answer travel over a `MessagePort`: the client's `fetchOverPort` at one end, the server's
 * `serveOverPort` at the other. Bodies travel whole, as transferred buffers. Messages without the mark are someone else's.
 */
export const portMark = 'ma-port-1';

/** To the server. */
export type PortRequest =
  | {
      mark: typeof portMark;
      kind: 'request';
      /** Chosen by the client, unique on its port. */
      id: number;
      url: string;
      method: string;
      headers: [string, string][];
      body: ArrayBuffer | null;
    }
  /** Nobody waits for the answer any more; none is sent. */
  | { mark: typeof portMark; kind: 'abort'; id: number };

/** To the client. */
export type PortResponse =
  | {
      mark: typeof portMark;
      kind: 'response';
      id: number;
      status: number;
      statusText: string;
      headers: [string, string][];
      body: ArrayBuffer | null;
    }
  /** The handler threw: to the client as if the network had failed. */
  | { mark: typeof portMark; kind: 'failure'; id: number; message: string };

/** Whether a message on the port is one of ours. */
export const isPortMessage = (data: unknown): data is PortRequest | PortResponse =>
  typeof data === 'object' && data !== null && (data as { mark?: unknown }).mark === portMark;

import { abortable } from './abortable.js';
import { ContractError, RequestError } from './request-error.js';
import { errorOfAnswer } from './error-of-answer.js';
import type { Timers } from './timers.js';
import type { TokenSource } from './token-source.js';

/** A `fetch` that a client can ask: the network's, a handler's in the same page, one over a `MessagePort`. */
export type Fetch = (request: Request) => Promise<Response>;

/** One request as the client words it. */
export interface WireRequest {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Path and query under the base URL. */
  path: string;
  body?: BodyInit | undefined;
  contentType?: string | undefined;
  /** The version that a write is about. */
  ifMatch?: string | undefined;
  /** 0 waits for ever. */
  timeoutMs?: number | undefined;
}

/** A decoded answer with a good status. */
export interface WireAnswer {
  headers: Headers;
  body: unknown;
}

/** What a wire is made of. */
export interface WireOptions {
  baseUrl: string;
  fetch: Fetch;
  headers: Record<string, string>;
  credentials: RequestCredentials | undefined;
  timeoutMs: number;
  timers: Timers;
  isOnline: () => boolean;
}

/** Sends a request once (twice where a 401 asks for a new token) and reads the answer. Rejects with {@link RequestError}. */
export type Wire = (request: WireRequest, tokens: TokenSource, signal: AbortSignal) => Promise<WireAnswer>;

/** A wire to one back end: token, timeout, abort, and every failure named. */
export function createWire(options: WireOptions): Wire {
  return async (request, tokens, signal) => {
    const { timers, timeoutMs } = options;
    const limitMs = request.timeoutMs ?? timeoutMs;
    const control = new AbortController();
    const stop = (): void => control.abort(signal.reason);
    const timer = limitMs > 0 ? timers.setTimeout(() => control.abort(timedOut(limitMs)), limitMs) : undefined;
    signal.addEventListener('abort', stop, { once: true });
    if (signal.aborted) stop();
    try {
      return await abortable(exchange(options, request, tokens, control.signal), control.signal);
    } catch (error) {
      const { reason } = control.signal as { reason: unknown };
      throw reason instanceof RequestError ? reason : error;
    } finally {
      timers.clearTimeout(timer);
      signal.removeEventListener('abort', stop);
    }
  };
}

const timedOut = (ms: number): RequestError =>
  new RequestError('timeout', `The back end did not answer within ${ms / 1000} s`);

async function exchange(
  options: WireOptions,
  request: WireRequest,
  tokens: TokenSource,
  signal: AbortSignal,
): Promise<WireAnswer> {
  const token = await asked(tokens.current());
  let response = await send(options, request, token, signal);
  if (response.status === 401) {
    const renewed = await asked(tokens.renewed(token));
    if (renewed && renewed !== token) response = await send(options, request, renewed, signal);
  }
  return read(response, request, options);
}

/** A host whose callback fails has no token to give. */
async function asked<T>(token: Promise<T>): Promise<T> {
  try {
    return await token;
  } catch (cause) {
    throw new RequestError('unauthorized', 'The host gave no access token', { cause });
  }
}

async function send(
  { baseUrl, fetch, headers, credentials, isOnline }: WireOptions,
  { method, path, body, contentType, ifMatch }: WireRequest,
  token: string | null | undefined,
  signal: AbortSignal,
): Promise<Response> {
  const init: RequestInit = {
    method,
    headers: {
      accept: 'application/json, application/problem+json',
      ...headers,
      ...(contentType && { 'content-type': contentType }),
      ...(ifMatch && { 'if-match': ifMatch }),
      ...(token && { authorization: `Bearer ${token}` }),
    },
    // The client keeps its own cache: the browser's would not know whose answer it holds.
    cache: 'no-store',
    signal,
    ...(credentials && { credentials }),
    ...(body !== undefined && { body }),
  };
  try {
    return await fetch(new Request(baseUrl + path, init));
  } catch (cause) {
    throw unreachable(cause, isOnline);
  }
}

const unreachable = (cause: unknown, isOnline: () => boolean): RequestError =>
  isOnline()
    ? new RequestError('network', 'The back end could not be reached', { cause })
    : new RequestError('offline', 'This device is offline', { cause });

async function read(response: Response, request: WireRequest, { timers, isOnline }: WireOptions): Promise<WireAnswer> {
  let text: string;
  try {
    text = await response.text();
  } catch (cause) {
    // The connection broke in the middle of the answer.
    throw unreachable(cause, isOnline);
  }
  const body = parse(text);
  if (!response.ok) throw errorOfAnswer(response.status, response.headers, body, timers.now());
  if (body === undefined && response.status !== 204)
    throw new ContractError(request.path, { path: '', expected: 'JSON', got: excerpt(text) });
  return { headers: response.headers, body };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const excerpt = (text: string): string => (text ? JSON.stringify(text.slice(0, 60)) : 'nothing');

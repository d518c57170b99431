import { fingerprint } from './hash.js';

/**
 * An answer as JSON with its version. The client keeps its own cache and may ask again with `If-None-Match`: where
 * nothing has changed, it gets 304 and no body.
 */
export function jsonResponse(body: unknown, request: Request): Response {
  const text = JSON.stringify(body);
  const etag = `"${fingerprint(text)}"`;
  const headers = { ETag: etag, 'Cache-Control': 'private, no-cache', Vary: 'Authorization, Origin' };
  if (isKnown(request.headers.get('If-None-Match'), etag)) return new Response(null, { status: 304, headers });
  return new Response(text, { headers: { ...headers, 'Content-Type': 'application/json' } });
}

/** An answer that is of this moment only: what a write did, or a batch, whose items are each other's context. */
export function plainJsonResponse(body: unknown): Response {
  const headers = {
    'Content-Type': 'application/json',
    'Cache-Control': 'no-store',
    Vary: 'Authorization, Origin',
  };
  return new Response(JSON.stringify(body), { headers });
}

/** Whether the version that is to be sent is one that the client has. */
export function isKnown(ifNoneMatch: string | null, etag: string): boolean {
  if (ifNoneMatch === null) return false;
  if (ifNoneMatch.trim() === '*') return true;
  return ifNoneMatch.split(',').some((known) => known.trim().replace(/^W\//, '') === etag);
}

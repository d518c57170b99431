import { isKnown } from '../respond.js';
import type { Versioned } from './event-definitions.js';
import { etagOf } from './versions.js';

const vary = 'Authorization, Origin';

/** A document as it is read: its ETag names its version, and is what `If-Match` takes. */
export function readResponse({ body, version }: Versioned<object>, request: Request): Response {
  const etag = etagOf(version);
  const headers = { ETag: etag, 'Cache-Control': 'private, no-cache', Vary: vary };
  if (isKnown(request.headers.get('If-None-Match'), etag)) return new Response(null, { status: 304, headers });
  return new Response(JSON.stringify(body), { headers: { ...headers, 'Content-Type': 'application/json' } });
}

/** A document as a write has left it. */
export function writtenResponse({ body, version }: Versioned<object>): Response {
  return new Response(JSON.stringify(body), { headers: writtenHeaders(version) });
}

/** A document that a write has made, and where it is. */
export function createdResponse({ body, version }: Versioned<{ id: string }>, { url }: Request): Response {
  const location = `${new URL(url).pathname}/${encodeURIComponent(body.id)}`;
  const headers = { ...writtenHeaders(version), Location: location };
  return new Response(JSON.stringify(body), { status: 201, headers });
}

/** Where nothing is left to show. */
export function deletedResponse(): Response {
  return new Response(null, { status: 204, headers: { 'Cache-Control': 'no-store', Vary: vary } });
}

function writtenHeaders(version: number): Record<string, string> {
  return { ETag: etagOf(version), 'Content-Type': 'application/json', 'Cache-Control': 'no-store', Vary: vary };
}

import { problem, problemResponse } from '../../problem.js';
import type { Metrics } from './metrics.js';

/** What a server is doing: it reads its file, it answers, or it has been told to stop. */
export type Health = 'loading' | 'ready' | 'stopping';

const PATHS = ['/healthz', '/healthz/ready', '/healthz/live', '/metrics'] as const;
type Path = (typeof PATHS)[number];

/** Whether a path is one of those that watch a server, and no part of the contract. */
export function isOperationPath(path: string): path is Path {
  return (PATHS as readonly string[]).includes(path);
}

/**
 * Answers what watches the server: whether it is ready (`/healthz`, `/healthz/ready`), whether it lives at all
 * (`/healthz/live`), and its metrics. None asks for a token.
 */
export async function answerOperation(path: Path, method: string, health: Health, metrics: Metrics): Promise<Response> {
  if (method !== 'GET' && method !== 'HEAD') {
    const detail = `${method} is not allowed at ${path}. Allowed: GET, HEAD.`;
    return problemResponse(problem('method_not_allowed', { detail }), { Allow: 'GET, HEAD' });
  }
  if (path === '/metrics') {
    const { text, type } = await metrics.page();
    return respond(text, 200, type, method);
  }
  const isWell = health === 'ready' || path === '/healthz/live';
  return respond(JSON.stringify({ status: health }), isWell ? 200 : 503, 'application/json', method);
}

function respond(text: string, status: number, type: string, method: string): Response {
  const headers = { 'Content-Type': type, 'Cache-Control': 'no-store' };
  return new Response(method === 'HEAD' ? null : text, { status, headers });
}

import type { BatchAnswer } from '#contract/api.js';

/** A report of any shape, as the JSON that came. */
export type AnyReport = Record<string, unknown>;

/** Passes reports through `change`, each report of a batch too; problems and everything else stay as they are. */
export async function rewriteReports(response: Response, change: (report: AnyReport) => unknown): Promise<Response> {
  if (!response.ok || response.status === 204) return response;
  const body = (await response.json()) as AnyReport | BatchAnswer[];
  const changed = Array.isArray(body)
    ? body.map((item) => (item.status === 200 ? { ...item, body: change(item.body as AnyReport) } : item))
    : change(body);
  const headers = new Headers(response.headers);
  headers.delete('content-length');
  headers.delete('etag');
  return new Response(JSON.stringify(changed), { status: response.status, headers });
}

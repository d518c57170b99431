import type { ReportName } from '#contract/api.js';
import type { Client } from '#client/client.js';
import type { RequestError } from '#client/request-error.js';

/** What is asked: metrics of one report, of one client. */
export interface AskedMetrics {
  readonly client: Client;
  readonly metrics: readonly string[];
  readonly report: ReportName;
  readonly signal: AbortSignal | undefined;
}

/**
 * Asks about metrics. Where the back end refuses and its catalogue does not list all of them, asks again about those
 * that it lists: one metric too many would else cost them all.
 */
export async function askAnswered<Answer>(
  { client, metrics, report, signal }: AskedMetrics,
  ask: (metrics: string[]) => Promise<Answer>,
): Promise<Answer> {
  try {
    return await ask([...metrics]);
  } catch (error) {
    if (!isRefused(error)) throw error;
    const catalog = await client.catalog({ signal }).catch(() => undefined);
    const listed = new Set(catalog?.metrics.filter(({ reports }) => reports.includes(report)).map(({ id }) => id));
    const answered = metrics.filter((id) => listed.has(id));
    if (answered.length === 0 || answered.length === metrics.length) throw error;
    return ask(answered);
  }
}

/** Kinds are read by name: the error may come from another copy of the library. */
function isRefused(error: unknown): boolean {
  const { kind } = error as Partial<RequestError>;
  return kind === 'not_available' || kind === 'problem';
}

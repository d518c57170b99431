import type { CollectOutcome, RawEvent } from '#contract/api.js';
import { collectOutcome } from './decode/further-answers.js';
import { scopePath } from './question.js';
import { ContractError } from './request-error.js';
import type { Session } from './session.js';

/** Sends raw events, once. A part that only those load who send. */
export async function collect(
  session: Session,
  app: string,
  events: readonly RawEvent[] | string | Blob,
  signal?: AbortSignal,
): Promise<CollectOutcome> {
  const asJson = Array.isArray(events);
  const path = `${scopePath(`apps/${app}`)}/events:collect`;
  const { body } = await session.write(
    {
      method: 'POST',
      path,
      body: asJson ? JSON.stringify(events) : (events as string | Blob),
      contentType: asJson ? 'application/json' : 'application/x-ndjson',
      timeoutMs: 0,
    },
    signal,
  );
  const fault = collectOutcome(body);
  if (fault) throw new ContractError(path, fault);
  return body as CollectOutcome;
}

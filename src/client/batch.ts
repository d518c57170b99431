import type { BatchAnswer, BatchItem, BatchResponse } from '#contract/api.js';
import type { Read, Waiting } from './batcher.js';
import { type Check, fault, list, object } from './decode/check.js';
import { anything, count, text } from './decode/words.js';
import { errorOfAnswer } from './error-of-answer.js';
import { ContractError, type RequestError } from './request-error.js';

/**
 * Statuses that tell of the batch and not of its questions, which then go one by one: no such path (404, 405, 501), not
 * for this caller (403), or this batch is not taken as a whole (400, 413, 422).
 */
const refusals = new Set([400, 403, 404, 405, 413, 422, 501]);
const tooMuch = new Set([400, 413, 422]);

const path = '/v1/reports:batch';
const response: Check<BatchResponse> = list(object<BatchAnswer>({ id: text, status: count, body: anything }));

/** What a batch is sent with. */
export interface BatchOptions {
  read: Read;
  now: () => number;
  /** Sends a question by itself, after an error that it has met in the batch. */
  alone: (waiting: Waiting, failed?: RequestError) => void;
}

/** Sends questions together and hands out the answers. Says whether the back end takes batches at all. */
export async function sendTogether(part: Waiting[], { read, now, alone }: BatchOptions): Promise<boolean> {
  const items = part.map(({ question }, index) => ({ id: String(index), ...question.item }) as BatchItem);
  const request = { method: 'POST', path, body: JSON.stringify(items), contentType: 'application/json' } as const;
  try {
    const { headers, body } = await read(request, whileWanted(part));
    const found = response(body);
    if (found) throw new ContractError(path, found);
    const answers = new Map((body as BatchResponse).map((one) => [one.id, one]));
    part.forEach((waiting, index) => {
      const answer = answers.get(String(index));
      if (!answer) waiting.reject(new ContractError(path, fault(`an answer with id "${index}" too`, body)));
      else if (answer.status === 200) waiting.resolve(answer.body);
      // A failed item fails alone; where the failure passes, it is repeated alone.
      else alone(waiting, errorOfAnswer(answer.status, headers, answer.body, now()));
    });
    return true;
  } catch (error) {
    const { status = 0 } = error as RequestError;
    const isRefused = refusals.has(status);
    for (const waiting of part) {
      if (isRefused) alone(waiting);
      else waiting.reject(error);
    }
    return !isRefused || tooMuch.has(status);
  }
}

/** Aborts when none of them is wanted any more. */
function whileWanted(part: Waiting[]): AbortSignal {
  const control = new AbortController();
  let wanted = part.length;
  for (const { signal } of part) {
    signal.addEventListener('abort', () => --wanted || control.abort(signal.reason), { once: true });
  }
  return control.signal;
}

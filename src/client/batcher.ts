import { type BatchAnswer, type BatchItem, type BatchResponse } from '#contract/api.js';
import { type Check, fault, list, object } from './decode/check.js';
import { anything, count, text } from './decode/words.js';
import { errorOfAnswer } from './error-of-answer.js';
import { type Question } from './question.js';
import { ContractError, type RequestError } from './request-error.js';
import { isPassing } from './retry.js';
import { type Timers } from './timers.js';
import { type WireAnswer, type WireRequest } from './wire.js';

/** Sends a read, repeated as the policy allows; `failed` is an error it has met already. */
export type Read = (request: WireRequest, signal: AbortSignal, failed?: RequestError) => Promise<WireAnswer>;

interface Waiting {
  question: Question<unknown>;
  signal: AbortSignal;
  resolve: (body: unknown) => void;
  reject: (error: unknown) => void;
}

/**
 * Statuses that tell of the batch and not of its questions, which then go one by one: no such path (404, 405, 501), not
 * for this caller (403), or this batch is not taken as a whole (400, 413, 422).
 */
const refusals = new Set([400, 403, 404, 405, 413, 422, 501]);

const path = '/v1/reports:batch';
const response: Check<BatchResponse> = list(object<BatchAnswer>({ id: text, status: count, body: anything }));

/** Brings the reports that are asked in one moment to the back end together, where it answers batches. */
export class Batcher {
  #waiting: Waiting[] = [];
  #refused = false;

  /**
   * @param limit how many the back end takes in a batch; asked only once several wait together.
   */
  constructor(
    private readonly read: Read,
    private readonly limit: () => Promise<number>,
    private readonly timers: Timers,
  ) {}

  /** The body of the answer to one question. */
  ask(question: Question<unknown>, signal: AbortSignal): Promise<unknown> {
    return new Promise((resolve, reject) => {
      // The end of the task, not of the microtask: elements update in microtasks of their own.
      if (this.#waiting.push({ question, signal, resolve, reject }) === 1) {
        this.timers.setTimeout(() => void this.#flush(), 0);
      }
    });
  }

  async #flush(): Promise<void> {
    let limit = 1;
    let failure: unknown;
    try {
      if (this.#waiting.length > 1 && !this.#refused) limit = await this.limit();
    } catch (error) {
      failure = error;
    }
    // Whoever came while the limit was asked for goes along.
    const waiting = this.#waiting;
    this.#waiting = [];
    if (failure) {
      for (const { reject } of waiting) reject(failure);
      return;
    }
    const wanted = waiting.filter(({ signal }) => !signal.aborted);
    for (let start = 0; start < wanted.length; start += limit) this.#send(wanted.slice(start, start + limit));
  }

  #send(part: Waiting[]): void {
    if (part.length > 1) void this.#together(part);
    else part.forEach((one) => this.#alone(one));
  }

  #alone({ question, signal, resolve, reject }: Waiting, failed?: RequestError): void {
    this.read(question.request, signal, failed).then(({ body }) => resolve(body), reject);
  }

  async #together(part: Waiting[]): Promise<void> {
    const items = part.map(({ question }, index) => ({ id: String(index), ...question.item }) as BatchItem);
    const body = JSON.stringify(items);
    try {
      const answer = await this.read(
        { method: 'POST', path, body, contentType: 'application/json' },
        whileWanted(part),
      );
      this.#share(answer, part);
    } catch (error) {
      const { status = 0 } = error as RequestError;
      if (!refusals.has(status)) {
        for (const { reject } of part) reject(error);
        return;
      }
      this.#refused = status !== 400 && status !== 413 && status !== 422;
      part.forEach((one) => this.#alone(one));
    }
  }

  #share({ headers, body }: WireAnswer, part: Waiting[]): void {
    const found = response(body);
    if (found) throw new ContractError(path, found);
    const answers = new Map((body as BatchResponse).map((one) => [one.id, one]));
    for (const [index, waiting] of part.entries()) {
      const answer = answers.get(String(index));
      if (!answer) waiting.reject(new ContractError(path, fault(`an answer with id "${index}" too`, body)));
      else if (answer.status === 200) waiting.resolve(answer.body);
      else this.#fail(waiting, errorOfAnswer(answer.status, headers, answer.body, this.timers.now()));
    }
  }

  /** A failed item fails alone, and is repeated alone. */
  #fail(waiting: Waiting, error: RequestError): void {
    if (isPassing(error)) this.#alone(waiting, error);
    else waiting.reject(error);
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

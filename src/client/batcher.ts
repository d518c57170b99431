import { sendTogether } from './batch.js';
import type { Question } from './question.js';
import type { RequestError } from './request-error.js';
import type { Timers } from './timers.js';
import type { WireAnswer, WireRequest } from './wire.js';

/** Sends a read, repeated as the policy allows; `failed` is an error it has met already. */
export type Read = (request: WireRequest, signal: AbortSignal, failed?: RequestError) => Promise<WireAnswer>;

/** Somebody who waits for the answer to one question. */
export interface Waiting {
  question: Question<unknown>;
  signal: AbortSignal;
  resolve: (body: unknown) => void;
  reject: (error: unknown) => void;
}

/** Brings the reports that are asked in one moment to the back end together, where it answers batches. */
export class Batcher {
  #waiting: Waiting[] = [];
  #refused = false;
  /** How many go together, once it is known. */
  #limit = 1;

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
    try {
      if (this.#waiting.length > 1 && !this.#refused && this.#limit === 1) {
        this.#limit = await this.limit();
        // Whoever waited for the catalogue too, and only now knows what to ask, comes along.
        await new Promise<void>((resolve) => this.timers.setTimeout(resolve, 0));
      }
      this.#send(this.#take(), this.#refused ? 1 : this.#limit);
    } catch (error) {
      for (const { reject } of this.#take()) reject(error);
    }
  }

  /** Those who still wait. */
  #take(): Waiting[] {
    const waiting = this.#waiting;
    this.#waiting = [];
    return waiting.filter(({ signal }) => !signal.aborted);
  }

  #send(waiting: Waiting[], limit: number): void {
    for (let start = 0; start < waiting.length; start += limit) {
      const part = waiting.slice(start, start + limit);
      if (part.length > 1) void this.#together(part);
      else part.forEach((one) => this.#alone(one));
    }
  }

  async #together(part: Waiting[]): Promise<void> {
    const { read, timers } = this;
    const alone = (one: Waiting, failed?: RequestError): void => this.#alone(one, failed);
    if (!(await sendTogether(part, { read, alone, now: () => timers.now() }))) this.#refused = true;
  }

  #alone({ question, signal, resolve, reject }: Waiting, failed?: RequestError): void {
    this.read(question.request, signal, failed).then(({ body }) => resolve(body), reject);
  }
}

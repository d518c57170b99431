import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Client } from '#client/client.js';
import type { AskOptions } from '#client/session.js';
import type { RequestError } from '#client/request-error.js';
import { ReportErrorEvent } from './events.js';

/** An answer that is read while a bar is drawn. */
export interface Reading<Answer> {
  readonly answer?: Answer;
  readonly isPending?: boolean;
  readonly hasFailed?: boolean;
}

/**
 * One answer that a bar shows choices from. It is asked for when it is first read, and forgotten as soon as another
 * client or another question is: choices of one tenant are never shown to the next.
 */
export class AnswerController<Answer> implements ReactiveController {
  readonly #host: ReactiveControllerHost & EventTarget;
  #client: Client | undefined;
  #key = '';
  #reading: Reading<Answer> | undefined;
  #asking: AbortController | undefined;

  constructor(host: ReactiveControllerHost & EventTarget) {
    this.#host = host;
    host.addController(this);
  }

  /** The answer to a question; asks it where nobody has. */
  read(client: Client | undefined, key: string, ask: (options: AskOptions) => Promise<Answer>): Reading<Answer> {
    if (!client) return {};
    if (client !== this.#client || key !== this.#key) this.#drop();
    this.#client = client;
    this.#key = key;
    if (!this.#reading) void this.#ask(ask);
    return this.#reading ?? {};
  }

  /** Asks again when it is next read. */
  forget(): void {
    this.#drop();
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#drop();
  }

  #drop(): void {
    this.#asking?.abort();
    this.#reading = undefined;
  }

  async #ask(ask: (options: AskOptions) => Promise<Answer>): Promise<void> {
    const { signal } = (this.#asking = new AbortController());
    this.#reading = { isPending: true };
    try {
      const answer = await ask({ signal });
      if (signal.aborted) return;
      this.#reading = { answer };
    } catch (error) {
      if (signal.aborted) return;
      // The client gave it up: the identity behind it has changed, and the question is asked again when it is next read.
      const isAborted = (error as Partial<RequestError>).kind === 'aborted';
      this.#reading = isAborted ? undefined : { hasFailed: true };
      if (!isAborted) this.#host.dispatchEvent(new ReportErrorEvent(error as RequestError));
    }
    this.#host.requestUpdate();
  }
}

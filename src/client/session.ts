import type { Catalog } from '#contract/api.js';
import { AnswerCache, type CachePolicy } from './answer-cache.js';
import { Batcher, type Read } from './batcher.js';
import { catalog } from './decode/catalog.js';
import { loaded } from './loaded.js';
import { Flight } from './flight.js';
import { getQuestion, type Question } from './question.js';
import { aborted, ContractError, type RequestError } from './request-error.js';
import { type RetryPolicy, retrying } from './retry.js';
import type { Timers } from './timers.js';
import { createTokenSource, type GetToken } from './token-source.js';
import type { Wire, WireAnswer, WireRequest } from './wire.js';

/** How something is asked. */
export interface AskOptions {
  /** Fires when the caller no longer waits; the request is aborted when nobody does. */
  signal?: AbortSignal | undefined;
  /** Asks the back end even where an answer is kept. */
  refresh?: boolean | undefined;
}

/** What a session is made of. */
export interface SessionOptions {
  wire: Wire;
  getToken: GetToken;
  retry: RetryPolicy;
  cache: CachePolicy;
  batch: boolean;
  timers: Timers;
  random: () => number;
}

/** Everything that belongs to one identity: its token, its kept answers, its questions under way. */
export class Session {
  readonly #options: SessionOptions;
  readonly #tokens;
  readonly #cache;
  readonly #batcher;
  readonly #flights = new Map<string, Flight>();

  constructor(options: SessionOptions) {
    this.#options = options;
    this.#tokens = createTokenSource(options.getToken);
    this.#cache = new AnswerCache(options.cache, options.timers);
    this.#batcher = new Batcher(this.#read, () => this.#batchLimit(), options.timers);
  }

  /** The answer: kept, shared with others who ask the same, or asked for. */
  async ask<Answer>(question: Question<Answer>, { signal, refresh }: AskOptions = {}): Promise<Answer> {
    if (signal?.aborted) throw aborted(signal.reason);
    const kept = refresh ? undefined : this.#cache.get(question.key);
    if (kept) return kept.answer as Answer;
    const flight = this.#flights.get(question.key) ?? this.#start(question);
    return (await flight.join(signal)) as Answer;
  }

  /** Sends something that changes the back end: once, and nothing kept is true afterwards. */
  async write(request: WireRequest, signal = new AbortController().signal): Promise<WireAnswer> {
    const answer = await this.#options.wire(request, this.#tokens, signal);
    this.forget();
    return answer;
  }

  /** Sends something outside of the questions: nothing is kept or shared. A read is repeated like any other. */
  send(request: WireRequest, kind: 'read' | 'write', signal = new AbortController().signal): Promise<WireAnswer> {
    return kind === 'read' ? this.#read(request, signal) : this.#options.wire(request, this.#tokens, signal);
  }

  /** Empties the cache. */
  forget(): void {
    this.#cache.clear();
  }

  /** Ends it: whoever still waits gets `aborted`, and a late answer reaches nobody. */
  end(): void {
    this.forget();
    for (const flight of this.#flights.values()) flight.abort('The identity changed');
  }

  #start(question: Question<unknown>): Flight {
    const flight: Flight = new Flight(
      (signal) => this.#load(question, signal),
      () => this.#flights.get(question.key) === flight && this.#flights.delete(question.key),
    );
    this.#flights.set(question.key, flight);
    return flight;
  }

  async #load(question: Question<unknown>, signal: AbortSignal): Promise<unknown> {
    const [body, check] = await Promise.all([this.#body(question, signal), loaded(question.check())]);
    const fault = check(body);
    if (fault) throw new ContractError(question.request.path, fault);
    this.#cache.set(question.key, body);
    return body;
  }

  async #body(question: Question<unknown>, signal: AbortSignal): Promise<unknown> {
    if (question.item && this.#options.batch) return this.#batcher.ask(question, signal);
    return (await this.#read(question.request, signal)).body;
  }

  readonly #read: Read = (request, signal, failed) => {
    const { wire, retry } = this.#options;
    return retrying(() => wire(request, this.#tokens, signal), retry, this.#options, signal, failed);
  };

  /** 1 where the back end does not batch, or has no readable catalogue; a back end out of reach rejects. */
  async #batchLimit(): Promise<number> {
    try {
      const { batches, limits } = await this.ask(catalogQuestion);
      return batches ? Math.max(1, Math.min(limits.max_batch, 32)) : 1;
    } catch (error) {
      const { status, kind } = error as RequestError;
      if (kind === 'contract' || (status && status !== 401 && status !== 429)) return 1;
      throw error;
    }
  }
}

/** What this back end answers. */
export const catalogQuestion: Question<Catalog> = getQuestion('/v1/catalog', () => catalog);

import { fetchOverPort } from '#client/index.js';
import type { IngestProgress, Mapping } from '#engine/index.js';
import {
  consoleMark,
  isConsoleMessage,
  type FromWorker,
  type Glance,
  type Reading,
  type ToWorker,
} from './protocol.js';

type Question = ToWorker extends infer Message
  ? Message extends unknown
    ? Omit<Message, 'mark' | 'id'>
    : never
  : never;

interface Waiting {
  readonly resolve: (answer: never) => void;
  readonly onProgress: ((progress: IngestProgress) => void) | undefined;
}

/** The page's end of the back end in the worker: a `fetch` for the client, and verbs for the visitor's own file. */
export class BackEnd {
  /** Hand it to `createClient`. */
  readonly fetch: typeof fetch;
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  #lastId = 0;

  constructor(worker: Worker) {
    this.#worker = worker;
    this.fetch = fetchOverPort(worker);
    worker.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      if (isConsoleMessage(data)) this.#hear(data as FromWorker);
    });
  }

  /** Which fields and events a file holds, from its first rows. */
  glance(file: Blob): Promise<Glance> {
    return this.#ask<Glance>({ kind: 'glance', file });
  }

  /** Reads a file; where it is taken, the back end answers from it from then on. */
  read(
    file: Blob,
    mapping: Mapping,
    options: { onProgress?: (progress: IngestProgress) => void; signal?: AbortSignal } = {},
  ): Promise<Reading> {
    const id = ++this.#lastId;
    options.signal?.addEventListener('abort', () => this.#post({ kind: 'cancel' }, id), { once: true });
    return this.#ask<Reading>({ kind: 'read', file, mapping }, options.onProgress, id);
  }

  /** Goes back to the drawn population. */
  async useDemo(): Promise<void> {
    await this.#ask<null>({ kind: 'demo' });
  }

  #ask<Answer>(question: Question, onProgress?: Waiting['onProgress'], id = ++this.#lastId): Promise<Answer> {
    return new Promise<Answer>((resolve) => {
      this.#waiting.set(id, { resolve, onProgress });
      this.#post(question, id);
    });
  }

  #post(question: Question, id: number): void {
    this.#worker.postMessage({ ...question, mark: consoleMark, id });
  }

  #hear(message: FromWorker): void {
    const waiting = this.#waiting.get(message.id);
    if (message.kind === 'progress') return waiting?.onProgress?.(message.progress);
    this.#waiting.delete(message.id);
    waiting?.resolve(message.answer as never);
  }
}

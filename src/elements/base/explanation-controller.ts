import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Values of metrics by id. */
export type PartValues = ReadonlyMap<string, number | null>;

/** How to get the values of metrics that an answer does not hold. */
export type AskParts = (metrics: readonly string[], signal: AbortSignal) => Promise<PartValues>;

/** Gets the base metrics behind a number when somebody asks how it came about. */
export class ExplanationController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #metric: string | undefined;
  #parts: PartValues = new Map();
  #state: 'known' | 'pending' | 'failed' = 'known';
  #asking: AbortController | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  /** The metric that is explained. */
  get metric(): string | undefined {
    return this.#metric;
  }

  /** The values that are known of it and its parts. */
  get parts(): PartValues {
    return this.#parts;
  }

  /** Whether more are on their way. */
  get state(): 'known' | 'pending' | 'failed' {
    return this.#state;
  }

  /** Begins to explain a metric: with what the answer holds, and with what it does not, asked for. */
  async explain(
    metric: string,
    needed: readonly string[],
    known: PartValues,
    ask: AskParts | undefined,
  ): Promise<void> {
    this.#asking?.abort();
    this.#metric = metric;
    this.#parts = known;
    const lacking = needed.filter((id) => !known.has(id));
    this.#state = ask && lacking.length ? 'pending' : 'known';
    if (!ask || !lacking.length) return;
    const { signal } = (this.#asking = new AbortController());
    try {
      const parts = await ask(lacking, signal);
      if (signal.aborted) return;
      this.#parts = new Map([...known, ...parts]);
      this.#state = 'known';
    } catch {
      if (signal.aborted) return;
      this.#state = 'failed';
    }
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#asking?.abort();
  }
}

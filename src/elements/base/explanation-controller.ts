import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Catalog, Meta, RangeQuery } from '#contract/api.js';
import { metricsOfFormula } from '#contract/formula.js';
import type { Scope } from '#contract/report-source.js';
import type { Client } from '#client/client.js';
import { metricOf } from './catalog.js';
import { explainingFormula } from './explanation.js';

/** Values of metrics by id. */
export type PartValues = ReadonlyMap<string, number | null>;

/** What a number is explained with. */
export interface Explained {
  readonly catalog: Catalog;
  readonly meta: Meta;
  /** Whom to ask for what the answer does not hold, and in which scope and range; nothing where there is nobody. */
  readonly asked: { readonly client: Client; readonly scope: Scope; readonly query: RangeQuery } | undefined;
}

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
  async explain(metric: string, known: PartValues, { catalog, meta, asked }: Explained): Promise<void> {
    this.#asking?.abort();
    this.#metric = metric;
    this.#parts = known;
    const formula = explainingFormula(metricOf(catalog, metric), meta, catalog);
    const lacking = [metric, ...(formula ? metricsOfFormula(formula) : [])].filter((id) => !known.has(id));
    this.#state = asked && lacking.length ? 'pending' : 'known';
    if (!asked || !lacking.length) return;
    const { client, scope, query } = asked;
    const { signal } = (this.#asking = new AbortController());
    try {
      const { metrics } = await client.summary(scope, { ...query, metrics: lacking }, { signal });
      if (signal.aborted) return;
      this.#parts = new Map([...known, ...metrics.map(({ metric: id, value }) => [id, value] as const)]);
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

import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { BreakdownReport, Catalog } from '#contract/api.js';
import type { Formats } from '#format/formats.js';
import { metricOf, valueLabel } from '../base/catalog.js';
import { type SourceChoice, sourceChooser, type SourceChooser } from './source-chooser.js';

/** Gets all sources of the range. */
export type AskSources = (signal: AbortSignal) => Promise<BreakdownReport>;

/** What the chooser needs of its chart. */
export interface ChoosingFor extends Pick<SourceChooser, 'texts' | 'chosen' | 'isUsual' | 'choose'> {
  readonly metric: string;
  readonly catalog: Catalog;
  readonly formats: Formats;
}

/** What there is to choose from, asked for when somebody opens the chooser. */
export class SourceChoices implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #report: BreakdownReport | undefined;
  #hasFailed = false;
  #search = '';
  #ask: AskSources | undefined;
  #asking: AbortController | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  /** Asks for what there is. */
  async load(ask: AskSources): Promise<void> {
    this.#ask = ask;
    this.#asking?.abort();
    const { signal } = (this.#asking = new AbortController());
    this.#report = undefined;
    this.#hasFailed = false;
    this.#search = '';
    this.#host.requestUpdate();
    try {
      const report = await ask(signal);
      if (signal.aborted) return;
      this.#report = report;
    } catch {
      if (signal.aborted) return;
      this.#hasFailed = true;
    }
    this.#host.requestUpdate();
  }

  /** The chooser as it stands. */
  render({ metric, catalog, formats, ...rest }: ChoosingFor) {
    const { unit } = metricOf(catalog, metric);
    const choices = this.#report?.rows.map(({ key, label, values }): SourceChoice => ({
      key: key ?? '',
      name: valueLabel(catalog, 'source', { key: key ?? '', label }, rest.texts),
      value: formats.value(values[metric] ?? null, unit),
    }));
    return sourceChooser({
      ...rest,
      ...{ choices, hasFailed: this.#hasFailed, search: this.#search },
      find: (search) => {
        this.#search = search;
        this.#host.requestUpdate();
      },
      retry: () => void (this.#ask && this.load(this.#ask)),
    });
  }

  hostDisconnected(): void {
    this.#asking?.abort();
  }
}

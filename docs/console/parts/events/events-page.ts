import { html, render } from 'lit';
import type { IngestOutcome, Mapping } from '#engine/index.js';
import type { BackEnd } from '../../back-end/back-end.js';
import { samples, type Sample } from '../../samples.js';
import type { ConsoleTexts } from '../../texts/texts.js';
import { connectForm, type Connection } from './connect-form.js';
import { dropZone } from './drop-zone.js';
import { mappingPanel } from './mapping-form.js';
import { donePanel, readingPanel } from './reading.js';
import type { Chosen, Facts, Stage } from './stage.js';

/** What the page needs of the console around it. */
export interface EventsPageHost {
  readonly backEnd: BackEnd;
  /** Shows what was read in every widget, and tells what it holds. */
  show(chosen: Chosen): Promise<Facts>;
  /** Shows what a back end at an address answers; rejects where it does not. */
  connect(address: string, token: string): Promise<void>;
  /** Goes to the overview. */
  open(): void;
}

/** The page "Your events": from a file to every widget showing it. */
export class EventsPage {
  readonly #root: HTMLElement;
  readonly #host: EventsPageHost;
  #texts: ConsoleTexts;
  #stage: Stage = { kind: 'choose' };
  #connection: Connection = { address: '' };
  #cancel: AbortController | undefined;

  constructor(root: HTMLElement, host: EventsPageHost, texts: ConsoleTexts) {
    this.#root = root;
    this.#host = host;
    this.#texts = texts;
    this.#render();
  }

  set texts(texts: ConsoleTexts) {
    this.#texts = texts;
    this.#render();
  }

  /** Starts over. */
  reset(): void {
    this.#cancel?.abort();
    this.#go({ kind: 'choose' });
  }

  /** Fetches a sample and reads it with its mapping. */
  async take({ id, file, url, mapping }: Sample): Promise<void> {
    const response = await fetch(url);
    if (!response.ok) {
      this.#go({ kind: 'failed', message: `${url}: ${response.status}` });
      return;
    }
    await this.read({ name: file, blob: await response.blob(), source: id }, mapping);
  }

  /** Connects to a back end; the overview shows it, or the form says why not. Answers whether it is shown. */
  async connect(address: string, token = ''): Promise<boolean> {
    const show = (connection: Connection): void => {
      this.#connection = connection;
      this.#render();
    };
    show({ address, isConnecting: true });
    try {
      await this.#host.connect(address, token);
      show({ address });
      return true;
    } catch (problem) {
      show({ address, problem });
      return false;
    }
  }

  /** Reads a file as a mapping says. */
  async read(chosen: Chosen, mapping: Mapping): Promise<void> {
    this.#cancel?.abort();
    const cancel = (this.#cancel = new AbortController());
    this.#go({ kind: 'reading', chosen, progress: null });
    const reading = await this.#host.backEnd.read(chosen.blob, mapping, {
      signal: cancel.signal,
      onProgress: (progress) => {
        if (!cancel.signal.aborted) this.#go({ kind: 'reading', chosen, progress });
      },
    });
    if (cancel.signal.aborted) return;
    if (reading.kind === 'failed') {
      this.#go({ kind: 'failed', message: reading.message });
      return;
    }
    if (reading.kind === 'refused') {
      const glance = await this.#host.backEnd.glance(chosen.blob);
      this.#go({ kind: 'mapping', chosen, mapping, glance, refusal: reading });
      return;
    }
    await this.#finish(chosen, mapping, reading.outcome);
  }

  async #finish(chosen: Chosen, mapping: Mapping, outcome: IngestOutcome): Promise<void> {
    const facts = await this.#host.show(chosen);
    this.#go({ kind: 'done', chosen, mapping, outcome, facts });
    this.#root.querySelector('h1')?.focus();
  }

  async #map(chosen: Chosen, mapping: Mapping): Promise<void> {
    const glance = await this.#host.backEnd.glance(chosen.blob);
    this.#go({ kind: 'mapping', chosen, mapping, glance, refusal: null });
  }

  async #connectAndOpen(address: string, token: string): Promise<void> {
    if (await this.connect(address, token)) this.#host.open();
  }

  #choose(file: File): void {
    const known = samples.find((sample) => sample.file === file.name);
    void this.read({ name: file.name, blob: file, source: 'own' }, known?.mapping ?? {});
  }

  #go(stage: Stage): void {
    this.#stage = stage;
    this.#render();
  }

  #render(): void {
    render(this.#template(this.#stage, this.#texts), this.#root);
  }

  #template(stage: Stage, texts: ConsoleTexts) {
    const another = () => this.reset();
    switch (stage.kind) {
      case 'choose':
        return this.#dropZone(texts);
      case 'reading':
        return readingPanel(stage, texts, another);
      case 'done':
        return donePanel(stage, texts, {
          open: () => this.#host.open(),
          map: () => void this.#map(stage.chosen, stage.mapping),
          another,
        });
      case 'mapping':
        return mappingPanel(stage, texts, { read: (mapping) => void this.read(stage.chosen, mapping), another });
      case 'failed':
        return html`
          <section class="panel problem" role="alert">
            <h2>${texts.get('failed.title')}</h2>
            <p class="hint" lang="en">${stage.message}</p>
          </section>
          ${this.#dropZone(texts)}
        `;
    }
  }

  #dropZone(texts: ConsoleTexts) {
    return html`
      ${dropZone(texts, { choose: (file) => this.#choose(file), take: (sample) => void this.take(sample) })}
      ${connectForm(this.#connection, texts, (address, token) => void this.#connectAndOpen(address, token))}
    `;
  }
}

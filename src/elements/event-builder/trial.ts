import type { LitElement } from 'lit';
import type { DryRun } from '#contract/api.js';
import type { Client } from '#client/client.js';
import { createDefinitionsClient } from '#client/definitions.js';
import type { Saved } from './saving.js';
import { TestRecordsController } from './test-records-controller.js';

/** A dry run: asked for, answered, or failed; of the version that it looked at. */
interface Run {
  readonly etag: string;
  readonly answer: 'pending' | 'failed' | DryRun;
}

/** What a saved event is tried on: events of the last days, and records as they come in. */
export class Trial {
  readonly records: TestRecordsController;
  readonly #host: LitElement;
  #run: Run | undefined;

  constructor(host: LitElement) {
    this.#host = host;
    this.records = new TestRecordsController(host);
  }

  /** The dry run of a version; nothing where it has had none. */
  dryRunOf(saved: Saved | undefined): Run['answer'] | undefined {
    return this.#run?.etag === saved?.etag ? this.#run?.answer : undefined;
  }

  /** Asks how many events of the last days would have matched. */
  async runDry(client: Client, app: string, { body: { id }, etag }: Saved): Promise<void> {
    this.#run = { etag, answer: 'pending' };
    this.#host.requestUpdate();
    const { events } = createDefinitionsClient(client);
    const answer = await events.dryRun(app, id).catch(() => 'failed' as const);
    if (this.#run.etag === etag) this.#run = { etag, answer };
    this.#host.requestUpdate();
  }

  /** Watches the records of a version that is tested, or nothing. */
  watch(client: Client | undefined, app: string, saved: Saved | undefined): void {
    if (!client || !saved) {
      this.records.watch(undefined);
      return;
    }
    const { events } = createDefinitionsClient(client);
    const { id } = saved.body;
    this.records.watch(`${id} ${saved.etag}`, (signal) => events.testRecords(app, id, { page_size: 20 }, { signal }));
  }
}

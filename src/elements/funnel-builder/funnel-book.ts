import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { SavedFunnel, SavedFunnelInput } from '#contract/api.js';
import type { Client } from '#client/client.js';
import type { DefinitionsClient, Versioned } from '#client/definitions.js';
import type { RequestError } from '#client/request-error.js';
import { ReportErrorEvent } from '../base/events.js';

/** Saved funnels that are listed: a page of the contract. */
const MOST = 200;

/**
 * The saved funnels of an app and whether the caller may write them; read once for an app, and again after each write.
 * What is given up with the element or with the app is silence.
 */
export class FunnelBook implements ReactiveController {
  readonly #host: ReactiveControllerHost & EventTarget;
  #client: Client | undefined;
  #app = '';
  #definitions: Promise<DefinitionsClient> | undefined;
  #reading: AbortController | undefined;
  /** Nothing while they are read, or where they cannot be. */
  funnels: readonly SavedFunnel[] | undefined;
  /** Why they cannot be read. */
  error: Error | undefined;
  /** Where nobody says, the back end decides when it is asked to write. */
  mayWrite = true;

  constructor(host: ReactiveControllerHost & EventTarget) {
    this.#host = host;
    host.addController(this);
  }

  /** Says whose funnels these are; those of another app are read anew. */
  of(client: Client | undefined, app: string | undefined): void {
    if (client === this.#client && (app ?? '') === this.#app) return;
    this.#reading?.abort();
    this.#client = client;
    this.#app = app ?? '';
    this.#definitions = undefined;
    this.funnels = this.error = undefined;
    this.mayWrite = true;
    if (client && app) void this.read();
  }

  /** Reads them. */
  async read(): Promise<void> {
    const client = this.#client;
    if (!client) return;
    this.#reading?.abort();
    const { signal } = (this.#reading = new AbortController());
    this.error = undefined;
    try {
      const [definitions, me] = await Promise.all([
        this.#written(client),
        client.me({ signal }).catch(() => undefined),
      ]);
      const list = await definitions.funnels.list(this.#app, { page_size: MOST }, { signal });
      if (signal.aborted) return;
      this.funnels = list.funnels;
      this.mayWrite = me?.permissions.includes('funnels.write') ?? true;
    } catch (error) {
      if (signal.aborted || (error as Partial<RequestError>).kind === 'aborted') return;
      this.error = error as Error;
      this.#host.dispatchEvent(new ReportErrorEvent(this.error));
    }
    this.#host.requestUpdate();
  }

  /** One of them with its version, as it is now. */
  async get(id: string): Promise<Versioned<SavedFunnel>> {
    return (await this.#funnels()).get(this.#app, id);
  }

  /** Saves a new one, or over a version that was seen. */
  async save(input: SavedFunnelInput, id: string | undefined, etag = '*'): Promise<Versioned<SavedFunnel>> {
    const funnels = await this.#funnels();
    const app = this.#app;
    const done = await (id ? funnels.replace(app, id, input, etag) : funnels.create(app, input));
    if (app === this.#app) void this.read();
    return done;
  }

  /** Deletes one. */
  async delete(id: string, etag = '*'): Promise<void> {
    const app = this.#app;
    await (await this.#funnels()).delete(app, id, etag);
    if (app !== this.#app) return;
    this.funnels = this.funnels?.filter((one) => one.id !== id);
    void this.read();
  }

  hostConnected(): void {
    if (this.#client && this.#app && !this.funnels) void this.read();
  }

  hostDisconnected(): void {
    this.#reading?.abort();
  }

  async #funnels(): Promise<DefinitionsClient['funnels']> {
    if (!this.#client) throw new Error('No data source is set.');
    return (await this.#written(this.#client)).funnels;
  }

  async #written(client: Client): Promise<DefinitionsClient> {
    this.#definitions ??= import('#client/definitions.js').then(({ createDefinitionsClient }) =>
      createDefinitionsClient(client),
    );
    return this.#definitions;
  }
}

import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { TestRecord, TestRecordList } from '#contract/api.js';

/** How often it is looked whether records have come in. */
const PAUSE_MS = 2000;

/** Asks for the newest records. */
export type AskRecords = (signal: AbortSignal) => Promise<TestRecordList>;

/** Watches what comes in while an event is tested. It rests while the page is hidden. */
export class TestRecordsController implements ReactiveController {
  /** The newest records. */
  list: readonly TestRecord[] = [];
  /** How many are kept. */
  total = 0;
  /** The last question failed; the next one is on its way all the same. */
  isLost = false;

  readonly #host: ReactiveControllerHost;
  #key: string | undefined;
  #ask: AskRecords | undefined;
  #stop: AbortController | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #turn = (): void => {
    if (document.visibilityState === 'hidden') this.#rest();
    else if (this.#ask && !this.#stop) void this.#look();
  };

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  /** Watches what `key` names, or nothing. */
  watch(key: string | undefined, ask?: AskRecords): void {
    if (key === this.#key) return;
    this.#rest();
    this.#key = key;
    this.#ask = key === undefined ? undefined : ask;
    this.list = [];
    this.total = 0;
    this.isLost = false;
    if (key !== undefined) this.#turn();
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.#turn);
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.#turn);
    this.watch(undefined);
  }

  #rest(): void {
    clearTimeout(this.#timer);
    this.#stop?.abort();
    this.#stop = undefined;
  }

  async #look(): Promise<void> {
    const ask = this.#ask!;
    const { signal } = (this.#stop = new AbortController());
    try {
      const { records, row_count: total } = await ask(signal);
      if (signal.aborted) return;
      this.list = records;
      this.total = total;
      this.isLost = false;
    } catch {
      if (signal.aborted) return;
      this.isLost = true;
    }
    this.#host.requestUpdate();
    this.#timer = setTimeout(() => void this.#look(), PAUSE_MS);
  }
}

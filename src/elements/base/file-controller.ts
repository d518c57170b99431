import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { CsvCell } from '#format/csv.js';
import { downloadCsv } from './download.js';
import { ReportErrorEvent } from './events.js';

/** The rows of a file and its name. */
export interface CsvFile {
  readonly rows: readonly (readonly CsvCell[])[];
  readonly name: string;
}

/** Makes files that first have to be asked for: one at a time, and none for an element that has gone. */
export class FileController implements ReactiveController {
  readonly #host: ReactiveControllerHost & EventTarget;
  #asking: AbortController | undefined;
  #isLost = false;

  constructor(host: ReactiveControllerHost & EventTarget) {
    this.#host = host;
    host.addController(this);
  }

  /** Whether the last file could not be made. */
  get isLost(): boolean {
    return this.#isLost;
  }

  /** Gives the reader a file. A failure is told by the element and by `report-error`. */
  async save(make: (signal: AbortSignal) => Promise<CsvFile>): Promise<void> {
    this.#asking?.abort();
    const { signal } = (this.#asking = new AbortController());
    this.#isLost = false;
    try {
      const { rows, name } = await make(signal);
      if (!signal.aborted) await downloadCsv(rows, name);
    } catch (error) {
      if (signal.aborted) return;
      this.#isLost = true;
      this.#host.dispatchEvent(new ReportErrorEvent(error as Error));
    }
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#asking?.abort();
  }
}

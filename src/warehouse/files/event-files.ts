import { IngestRefusal } from '#engine/ingest/reading.js';
import { ReportError } from '#contract/problems.js';
import type { Database } from '../duckdb/database.js';
import { bringUpToDate, type FileRules, type FileState } from './bring-up.js';
import { FilesError, listFiles } from '../node/file-list.js';
import { tables } from './tables.js';

/** Files of events, and what a database keeps of them. */
export class EventFiles {
  #lookedAt = -Infinity;
  #looking: Promise<void> | undefined;

  private constructor(
    private readonly database: Database,
    private readonly patterns: readonly string[],
    private readonly rules: FileRules,
    private readonly lookEveryMs: number,
  ) {}

  /** What is kept, as of the last look. */
  state: FileState = { generation: 0, format: null, nextSeq: 0, lastTs: -Infinity, plan: noNames };

  /** Looks at the files for the first time; throws what is wrong with them. */
  static async open(
    database: Database,
    patterns: readonly string[],
    { lookEveryMs, ...rules }: FileRules & { readonly lookEveryMs: number },
  ): Promise<EventFiles> {
    const files = new EventFiles(database, patterns, rules, lookEveryMs);
    await database.alone(async (writer) => {
      for (const statement of tables) await writer.run(statement);
    });
    await files.#look();
    return files;
  }

  /** Looks whether there are others than before, where the last look is long ago. A question waits for it. */
  async refresh(): Promise<void> {
    if (performance.now() - this.#lookedAt < this.lookEveryMs) return;
    this.#looking ??= this.#look().finally(() => (this.#looking = undefined));
    await this.#looking.catch((cause: unknown) => {
      if (!(cause instanceof FilesError || cause instanceof IngestRefusal)) throw cause;
      throw new ReportError('unavailable', cause.message, [], { cause, retryAfterSeconds: 30 });
    });
  }

  async #look(): Promise<void> {
    this.state = await this.database.write(async (writer) => {
      const files = await listFiles(writer, this.patterns);
      return bringUpToDate(writer, files, this.rules).catch((cause: unknown) => {
        if (cause instanceof FilesError || cause instanceof IngestRefusal) throw cause;
        throw new FilesError(`The files cannot be read: ${(cause as Error).message}`, { cause });
      });
    });
    this.#lookedAt = performance.now();
  }
}

const noNames = { names: [], fields: new Map(), properties: new Map(), objects: [] };

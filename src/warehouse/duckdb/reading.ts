import type { App } from '#contract/api.js';
import { ReportError } from '#contract/problems.js';
import { tablesBefore, type OpenTables } from '../derive/derivation.js';
import type { OpenRules } from '../derive/rows.js';
import type { Look } from '../host.js';
import type { LogScope, ScopeLog } from '../plan/scope-log.js';
import type { Row } from '../rows.js';
import { sql, type Sql } from '../sql.js';
import type { Asker, Connection } from './connection.js';
import type { FileHost } from './file-host.js';
import { scopeLog } from './scope-log.js';

/** One question's look at a file: all its statements see the same events, whatever is written meanwhile. */
export class Reading implements Asker, Look {
  #hasBegun = false;

  private constructor(
    private readonly host: FileHost,
    private readonly connection: Connection,
    private readonly signal: AbortSignal | undefined,
  ) {}

  /** Lets work read. Statements are broken off once nobody waits any more. */
  static async with<T>(
    host: FileHost,
    signal: AbortSignal | undefined,
    work: (reading: Reading) => Promise<T>,
  ): Promise<T> {
    const connection = await host.database.borrow();
    const reading = new Reading(host, connection, signal);
    const stop = () => connection.interrupt();
    signal?.addEventListener('abort', stop, { once: true });
    try {
      return await work(reading);
    } catch (error) {
      signal?.throwIfAborted();
      throw withinMemory(error);
    } finally {
      signal?.removeEventListener('abort', stop);
      if (reading.#hasBegun) await connection.run(sql`rollback`).catch(() => undefined);
      host.database.giveBack(connection);
    }
  }

  async run(statement: Sql): Promise<void> {
    this.signal?.throwIfAborted();
    await this.connection.run(statement);
  }

  async rows(statement: Sql): Promise<Row[]> {
    this.signal?.throwIfAborted();
    return this.connection.rows(statement);
  }

  /** The registry's apps, else those that events have named, in the order of their first. */
  async apps(): Promise<readonly App[]> {
    if (this.host.registry) return this.host.registry;
    const rows = await this.rows(sql`select app from users group by app order by min(number)`);
    return rows.map(({ app }) => {
      const id = String(app);
      return { id, name: id, type: 'mini_program', status: 'available' };
    });
  }

  /** The table of all that events carry. */
  get values(): Sql {
    return this.host.basis.values;
  }

  scopeLog(scope: LogScope): Promise<ScopeLog> {
    return scopeLog(this, scope);
  }

  /**
   * The opens by some rules, as the events before an instant tell. From here on this sees the file as it is now; of events that
   * come in while opens are cut nothing is seen.
   */
  async openTables(rules: OpenRules, before: number): Promise<OpenTables> {
    const { basis, derivations } = this.host;
    let isCut: () => void = () => undefined;
    const cut = new Promise<void>((resolve) => (isCut = resolve));
    const found = derivations.bringUpToDate(rules, async () => {
      this.signal?.throwIfAborted();
      isCut();
      await this.run(sql`begin transaction`);
      this.#hasBegun = true;
      await this.rows(sql`select count(*) from derivations`);
    });
    await this.#whileSomebodyWaits(Promise.race([cut, found]));
    const { tables, upto } = await found;
    if (before > this.host.log.lastTs) return tables;
    return tablesBefore(this, basis, rules, tables, { before, upto });
  }

  /**
   * Waits for opens to be cut, but no longer than somebody waits for the answer. They are cut to the end all the same: the next
   * question needs them too.
   */
  async #whileSomebodyWaits(work: Promise<unknown>): Promise<void> {
    const { signal } = this;
    let leave: (() => void) | undefined;
    const left = new Promise<never>((_, reject) => {
      leave = () => {
        reject(signal!.reason as Error);
      };
      signal?.addEventListener('abort', leave, { once: true });
    });
    try {
      await Promise.race([work, left]);
    } finally {
      if (leave) signal?.removeEventListener('abort', leave);
    }
  }
}

/** What a question that needs too much memory is answered; whatever else goes wrong is as it was. */
function withinMemory(error: unknown): unknown {
  if (!(error instanceof Error) || !error.message.startsWith('Out of Memory Error')) return error;
  const detail =
    'The question needs more memory than the database may take (--memory-limit). Ask for a shorter range or fewer groups.';
  return new ReportError('unavailable', detail, [], { cause: error, retryAfterSeconds: 10 });
}

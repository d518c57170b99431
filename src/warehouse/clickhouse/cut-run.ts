import type { OpenRules } from '../derive/rows.js';
import { instant, name, sql, type Sql } from '../sql.js';
import { openColumns, placeColumns } from './columns.js';
import type { CutLog } from './cut-log.js';
import { cutUser, type CutRows } from './cut/cut-user.js';
import { cutEventOf, placeOf, type CutBasis, type CutEvent } from './cut/event.js';
import { RowWriter } from './row-binary.js';
import { cutColumns, type CutTables } from './schema.js';

/** By what is cut. */
export interface CutPlan {
  readonly rules: OpenRules;
  readonly basis: CutBasis;
}

/** By what is cut, and as what it is kept. */
export interface CutHead extends CutPlan {
  /** 0 for what is kept, else the number of a cut at an earlier instant. */
  readonly cut: number;
  readonly version: number;
  /** Whether users on shards that do not answer are left out. */
  readonly isPartial?: boolean;
}

/** How many bytes of rows are sent at once. */
const SENT_BYTES = 32 * 1024 * 1024;

/** About how many events are read at once: they are put in order before the first is sent. */
const READ_EVENTS = 500_000;

const BUCKETS = 2 ** 32;

/** Reads the events of users in order, cuts their opens, and keeps the rows. */
export class CutRun {
  readonly #rows: CutRows = { places: [], opens: [], firsts: [] };
  readonly #writers = {
    places: new RowWriter(placeColumns),
    opens: new RowWriter(openColumns),
    firsts: new RowWriter(openColumns),
    cuts: new RowWriter(cutColumns.cuts),
  };

  constructor(
    private readonly log: CutLog,
    private readonly tables: CutTables,
    private readonly head: CutHead,
  ) {}

  /** Cuts all users, so many at once that their events fit into memory. */
  async cutAll(where: Sql): Promise<void> {
    const [row] = await this.log.cluster.first.rows(sql`select count(*) as count from events where ${where}`);
    const parts = Math.max(1, Math.ceil((row!['count'] as number) / READ_EVENTS));
    const edge = (part: number) => instant(Math.floor((part * BUCKETS) / parts));
    for (let part = 0; part < parts; part++) {
      await this.cut(sql`bucket >= ${edge(part)} and bucket < ${edge(part + 1)} and ${where}`);
    }
  }

  /** Cuts some users, all of whose events the condition lets through. */
  async cut(where: Sql): Promise<void> {
    let events: CutEvent[] = [];
    for await (const row of this.log.read(where, this.head.isPartial)) {
      const event = cutEventOf(row, this.head.basis);
      if (events.length > 0 && !isOfSameUser(events[0]!, event)) {
        await this.#keep(events);
        events = [];
      }
      events.push(event);
    }
    if (events.length > 0) await this.#keep(events);
  }

  /** Sends what waits. */
  async end(): Promise<void> {
    // That a version was begun is known before any of its rows is.
    for (const kind of ['cuts', 'places', 'opens', 'firsts'] as const) {
      const writer = this.#writers[kind];
      if (writer.length > 0)
        await this.log.cluster.first.insert(name(this.tables[kind]), columnsOf[kind], writer.take());
    }
  }

  async #keep(events: readonly CutEvent[]): Promise<void> {
    const { cut, version, rules } = this.head;
    cutUser(events, rules, [cut, version], this.#rows);
    for (const kind of ['places', 'opens', 'firsts'] as const) {
      for (const row of this.#rows[kind]) this.#writers[kind].add(row);
      this.#rows[kind].length = 0;
    }
    if (cut === 0) this.#writers.cuts.add([events[0]!.row[placeOf['bucket']!]!, version]);
    if (this.#writers.places.length > SENT_BYTES) await this.end();
  }
}

const columnsOf = { cuts: cutColumns.cuts, places: placeColumns, opens: openColumns, firsts: openColumns };

function isOfSameUser({ row: a }: CutEvent, { row: b }: CutEvent): boolean {
  return ['bucket', 'app', 'user_id'].every((column) => a[placeOf[column]!] === b[placeOf[column]!]);
}

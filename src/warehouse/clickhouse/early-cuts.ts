import { instant, name, sql, type Sql } from '../sql.js';
import { bucketsInParts } from './bucket-parts.js';
import { CutRun, type CutPlan } from './cut-run.js';
import type { CutLog } from './cut-log.js';
import { numerals } from './numerals.js';
import { RowWriter } from './row-binary.js';
import { cutColumns, type CutTables } from './schema.js';
import type { Versions } from './versions.js';

/** How many cuts at earlier instants are kept for the next question. */
const KEPT_CUTS = 16;

/**
 * Cuts at earlier instants: what comes later changes only opens with events on both sides of the instant, so only their users
 * are cut anew for it, each cut in a partition of its own.
 */
export class EarlyCuts {
  /** The cuts of the version that is whole, by their instant; 0 where nothing differs. */
  #known = new Map<number, Promise<number>>();
  /** Those that were made while a shard was lost. */
  readonly #partial = new Map<number, Promise<number>>();
  readonly #kept: number[] = [];

  constructor(
    private readonly log: CutLog,
    private readonly tables: CutTables,
    private readonly versions: Versions,
    private readonly plan: CutPlan,
  ) {}

  /** Removes the cuts that an earlier process made. */
  async open(): Promise<void> {
    const hidden = name(this.tables.hidden);
    const found = await this.log.cluster.first.rows(sql`select distinct cut from ${hidden} order by cut`);
    for (const { cut } of found) {
      await this.#drop(cut as number);
      this.versions.pass(cut as number);
    }
  }

  /** Another version is whole: no cut is of it. */
  forget(): void {
    this.#known = new Map();
  }

  /** The number of the cut at an instant, made where there is none. What a lost shard lacks is lacking while it is lost. */
  at(before: number, isPartial: boolean): Promise<number> {
    if (!isPartial) this.#partial.clear();
    const known = this.#known.get(before) ?? this.#partial.get(before);
    if (known) return known;
    const cuts = isPartial ? this.#partial : this.#known;
    const cut = this.#cutBefore(before, isPartial);
    cuts.set(before, cut);
    cut.catch(() => cuts.delete(before));
    return cut;
  }

  /** Whether a row is of the version that is whole as a cut has it. */
  isSeen(cut: number): Sql {
    const { isWhole } = this.versions;
    if (cut === 0) return sql`(${isWhole})`;
    const hidden = sql`select bucket from ${name(this.tables.hidden)} where cut = ${instant(cut)}`;
    return sql`(${isWhole} and bucket not in (${hidden}) or cut = ${instant(cut)})`;
  }

  /** Cuts what has events on both sides of an instant, into a cut of its own. */
  async #cutBefore(before: number, isPartial: boolean): Promise<number> {
    const { log, tables, versions } = this;
    const late = await this.#acrossInstant(before, isPartial);
    if (late.length === 0) return 0;
    const cut = versions.next();
    const writer = new RowWriter(cutColumns.hidden);
    for (const bucket of late) writer.add([cut, bucket]);
    await log.cluster.first.insert(name(tables.hidden), cutColumns.hidden, writer.take());
    const run = new CutRun(log, tables, { ...this.plan, cut, version: versions.whole.version, isPartial });
    for (const isOfPart of bucketsInParts(late))
      await run.cut(sql`${isOfPart} and ${log.isTaken} and ts < ${instant(before)}`);
    await run.end();
    this.#kept.push(cut);
    // A cut goes from every shard, or stays.
    if (this.#kept.length > KEPT_CUTS && !isPartial) await this.#drop(this.#kept.shift()!);
    return cut;
  }

  async #acrossInstant(before: number, isPartial: boolean): Promise<number[]> {
    const statement = sql`
      select distinct bucket from ${name(this.tables.places)}
      where ${this.versions.isWhole} and ts < ${instant(before)} and until >= ${instant(before)}`;
    const rows = await this.log.cluster.first.rows(statement, undefined, isPartial);
    return rows.map(({ bucket }) => bucket as number);
  }

  async #drop(cut: number): Promise<void> {
    const { places, opens, firsts, hidden } = this.tables;
    for (const table of [places, opens, firsts, hidden])
      await this.log.cluster.alter(table, sql`drop partition ${numerals(cut)}`);
  }
}

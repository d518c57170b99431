import { ReportError } from '#contract/problems.js';
import type { OpenRules } from '../derive/rows.js';
import { instant, name, sql, text, type Sql } from '../sql.js';
import { CutRun } from './cut-run.js';
import type { CutBasis } from './cut/event.js';
import type { CutLog } from './cut-log.js';
import { numerals } from './numerals.js';
import { RowWriter } from './row-binary.js';
import { cutColumns, cutTablesOf, makeCutTables, type CutTables } from './schema.js';

/** The tables of opens by some rules, as a question reads them. */
export interface OpenView {
  readonly places: Sql;
  readonly opens: Sql;
  /** Which of their rows are of the moment that the question looks at. */
  readonly isSeen: Sql;
}

/** How many cuts at earlier instants are kept for the next question. */
const KEPT_CUTS = 16;

const NOTHING_YET =
  'A ClickHouse shard does not answer, and opens were not yet cut by these rules while it did. Ask again once it is back.';

/** How many buckets a statement names. */
const NAMED_BUCKETS = 20_000;

/**
 * Keeps the tables of opens by some rules up to date. Nothing in them is ever changed: users with new events are cut anew
 * under the next version, and what it replaces is listed. So a question sees one moment, whatever is written meanwhile.
 */
export class Derivation {
  readonly #tables: CutTables;
  /** The last version that is whole, and of which state of the log it is. */
  #whole = { version: 0, upto: 0 };
  /** The last number that was given to a version or a cut, whether it came to its end or not. */
  #lastNumber = 0;
  #hasStale = false;
  /** Cuts at an earlier instant of the version that is whole, by the instant; 0 where nothing differs. */
  #early = new Map<number, Promise<number>>();
  /** Those that were made while a shard was lost. */
  readonly #partial = new Map<number, Promise<number>>();
  #cuts: number[] = [];

  private constructor(
    private readonly log: CutLog,
    private readonly basis: CutBasis,
    private readonly rules: OpenRules,
    /** Names the roles and the sources. */
    private readonly fingerprint: string,
  ) {
    this.#tables = cutTablesOf(rules);
  }

  /** Opens the tables of some rules, made anew where roles or sources have changed since they were cut. */
  static async open(log: CutLog, basis: CutBasis, rules: OpenRules, fingerprint: string): Promise<Derivation> {
    const derivation = new Derivation(log, basis, rules, fingerprint);
    await derivation.#open();
    return derivation;
  }

  /**
   * The tables as the events before an instant tell, up to date. Only opens with events on both sides of the instant are
   * cut anew for it, since what comes later changes nothing else.
   *
   * @param isPartial as they were before a shard was lost, without what it holds.
   */
  async viewBefore(before: number, isPartial = false): Promise<OpenView> {
    const { log } = this;
    const found = await log.cluster.alone(async () => {
      if (!isPartial) await this.#bringUpToDate();
      else if (this.#whole.version === 0)
        throw new ReportError('unavailable', NOTHING_YET, [], { retryAfterSeconds: 5 });
      const whole = this.#isWhole();
      return { whole, cut: before > log.lastTs ? 0 : await this.#cutAt(before, whole, isPartial) };
    });
    const { places, opens, hidden } = this.#tables;
    const isSeen =
      found.cut === 0
        ? sql`(${found.whole})`
        : sql`(${found.whole} and bucket not in (select bucket from ${name(hidden)} where cut = ${instant(found.cut)})
            or cut = ${instant(found.cut)})`;
    return { places: name(places), opens: name(opens), isSeen };
  }

  /** The number of the cut at an instant, made where there is none. What a lost shard lacks is lacking while it is lost. */
  #cutAt(before: number, whole: Sql, isPartial: boolean): Promise<number> {
    if (!isPartial) this.#partial.clear();
    const known = this.#early.get(before) ?? this.#partial.get(before);
    if (known) return known;
    const cuts = isPartial ? this.#partial : this.#early;
    const cut = this.#cutBefore(before, whole, isPartial);
    cuts.set(before, cut);
    cut.catch(() => cuts.delete(before));
    return cut;
  }

  /** Whether a row is of the version that is whole. */
  #isWhole(): Sql {
    const version = instant(this.#whole.version);
    const isKept = sql`cut = 0 and version <= ${version}`;
    if (!this.#hasStale) return isKept;
    const stale = sql`select bucket, version from ${name(this.#tables.stale)} where by <= ${version}`;
    return sql`${isKept} and (bucket, version) not in (${stale})`;
  }

  async #open(): Promise<void> {
    const { cluster } = this.log;
    const tables = this.#tables;
    const [last] = await cluster.first.rows(sql`
      select basis, version, upto from derivations where rules = ${text(this.#key)} order by version desc limit 1`);
    if (last?.['basis'] !== this.fingerprint) {
      for (const table of Object.values<string>({ ...tables })) await cluster.dropTable(table);
      this.#whole.version = (last?.['version'] ?? 0) as number;
    } else this.#whole = { version: last['version'] as number, upto: last['upto'] as number };
    await makeCutTables(cluster, tables);
    const [cuts] = await cluster.first.rows(sql`select max(version) as last from ${name(tables.cuts)}`);
    const [stale] = await cluster.first.rows(sql`select count(*) as count from ${name(tables.stale)}`);
    this.#hasStale = (stale!['count'] as number) > 0;
    this.#lastNumber = Math.max(this.#whole.version, (cuts?.['last'] ?? 0) as number);
    await this.#dropCutsOfBefore();
    const broken = sql`select bucket, version from ${name(tables.cuts)} where version > ${instant(this.#whole.version)}`;
    await this.#leaveOut(await this.#pairs(broken), this.#lastNumber);
  }

  get #key(): string {
    return JSON.stringify(this.rules);
  }

  /** Cuts users with events since the last time anew. */
  async #bringUpToDate(): Promise<void> {
    const { log } = this;
    const [since, upto] = [this.#whole.upto, log.state];
    if (since === upto) return;
    const version = ++this.#lastNumber;
    const run = new CutRun(log, this.#tables, { rules: this.rules, basis: this.basis, cut: 0, version });
    if (since === 0) {
      // What a try before this one left, where there was one.
      await this.#leaveOut(await this.#pairs(sql`select bucket, version from ${name(this.#tables.cuts)}`), version);
      await run.cutAll(log.isTaken);
    } else {
      const touched = await log.changedSince(since);
      for (let from = 0; from < touched.length; from += NAMED_BUCKETS) {
        const some = numerals(...touched.slice(from, from + NAMED_BUCKETS));
        await this.#leaveOut(
          await this.#pairs(sql`select bucket, version from ${name(this.#tables.cuts)} where bucket in (${some})`),
          version,
        );
        await run.cut(sql`bucket in (${some}) and ${log.isTaken}`);
      }
    }
    await run.end();
    await log.cluster.first.run(sql`
      insert into derivations (rules, basis, version, upto)
      select ${text(this.#key)}, ${text(this.fingerprint)}, ${instant(version)}, ${instant(upto)}`);
    this.#whole = { version, upto };
    this.#early = new Map();
  }

  /** Cuts what has events on both sides of an instant, into a cut of its own. */
  async #cutBefore(before: number, isWhole: Sql, isPartial: boolean): Promise<number> {
    const { log } = this;
    const { places, hidden } = this.#tables;
    const statement = sql`
      select distinct bucket from ${name(places)}
      where ${isWhole} and ts < ${instant(before)} and until >= ${instant(before)}`;
    const late = await this.#bucketsOf(statement, isPartial);
    if (late.length === 0) return 0;
    const cut = ++this.#lastNumber;
    const writer = new RowWriter(cutColumns.hidden);
    for (const bucket of late) writer.add([cut, bucket]);
    await log.cluster.first.insert(name(hidden), cutColumns.hidden, writer.take());
    const head = { rules: this.rules, basis: this.basis, cut, version: this.#whole.version, isPartial };
    const run = new CutRun(log, this.#tables, head);
    for (let from = 0; from < late.length; from += NAMED_BUCKETS) {
      const some = numerals(...late.slice(from, from + NAMED_BUCKETS));
      await run.cut(sql`bucket in (${some}) and ${log.isTaken} and ts < ${instant(before)}`);
    }
    await run.end();
    this.#cuts.push(cut);
    // A cut goes from every shard, or stays.
    if (this.#cuts.length > KEPT_CUTS && !isPartial) await this.#drop(this.#cuts.shift()!);
    return cut;
  }

  async #drop(cut: number): Promise<void> {
    const { places, opens, hidden } = this.#tables;
    for (const table of [places, opens, hidden])
      await this.log.cluster.alter(table, sql`drop partition ${numerals(cut)}`);
  }

  /** Removes the cuts at earlier instants that an earlier process made. */
  async #dropCutsOfBefore(): Promise<void> {
    const found = await this.log.cluster.first.rows(sql`
      select distinct cut from ${name(this.#tables.hidden)} order by cut`);
    for (const { cut } of found) await this.#drop(cut as number);
    this.#lastNumber = Math.max(this.#lastNumber, ...found.map(({ cut }) => cut as number));
  }

  async #bucketsOf(statement: Sql, isPartial: boolean): Promise<number[]> {
    return (await this.log.cluster.first.rows(statement, undefined, isPartial)).map(({ bucket }) => bucket as number);
  }

  async #pairs(statement: Sql): Promise<[number, number][]> {
    const rows = await this.log.cluster.first.rows(statement);
    return rows.map(({ bucket, version }) => [bucket as number, version as number]);
  }

  /** Lists versions of buckets that do not count from a version on. */
  async #leaveOut(pairs: readonly [number, number][], by: number): Promise<void> {
    if (pairs.length === 0) return;
    const writer = new RowWriter(cutColumns.stale);
    for (const [bucket, version] of pairs) writer.add([bucket, version, by]);
    await this.log.cluster.first.insert(name(this.#tables.stale), cutColumns.stale, writer.take());
    this.#hasStale = true;
  }
}

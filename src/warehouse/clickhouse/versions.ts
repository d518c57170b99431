import { instant, name, sql, type Sql } from '../sql.js';
import type { Cluster } from './cluster.js';
import { RowWriter } from './row-binary.js';
import { cutColumns, type CutTables } from './schema.js';

/**
 * Which rows of the tables of some rules count. Nothing in them is ever changed: users are cut anew under the next version,
 * and what it replaces is listed (`stale`). A version counts once it is whole.
 */
export class Versions {
  /** The last version that is whole, and of which state of the log it is. */
  whole = { version: 0, upto: 0 };
  #lastNumber = 0;
  #hasStale = false;

  constructor(
    private readonly cluster: Cluster,
    private readonly tables: CutTables,
  ) {}

  /** Reads what is there, and leaves out what was begun and never became whole. */
  async open(whole: { version: number; upto: number }): Promise<void> {
    this.whole = whole;
    const { cuts, stale } = this.tables;
    const [last] = await this.cluster.first.rows(sql`select max(version) as last from ${name(cuts)}`);
    const [listed] = await this.cluster.first.rows(sql`select count(*) as count from ${name(stale)}`);
    this.#hasStale = (listed!['count'] as number) > 0;
    this.pass((last?.['last'] ?? 0) as number);
    await this.leaveOut(sql`version > ${instant(whole.version)}`, Math.max(whole.version, this.#lastNumber));
  }

  /** A number that no version and no cut has had, whether it came to its end or not. */
  next(): number {
    return ++this.#lastNumber;
  }

  /** Gives no number out up to some one. */
  pass(number: number): void {
    this.#lastNumber = Math.max(this.#lastNumber, this.whole.version, number);
  }

  /** Whether a row is of the version that is whole. */
  get isWhole(): Sql {
    const version = instant(this.whole.version);
    const isKept = sql`cut = 0 and version <= ${version}`;
    if (!this.#hasStale) return isKept;
    const stale = sql`select bucket, version from ${name(this.tables.stale)} where by <= ${version}`;
    return sql`${isKept} and (bucket, version) not in (${stale})`;
  }

  /** Lists those versions of buckets that a condition on table `cuts` finds: they do not count from a version on. */
  async leaveOut(which: Sql, by: number): Promise<void> {
    const { cuts, stale } = this.tables;
    const found = await this.cluster.first.rows(sql`select bucket, version from ${name(cuts)} where ${which}`);
    if (found.length === 0) return;
    const writer = new RowWriter(cutColumns.stale);
    for (const { bucket, version } of found) writer.add([bucket as number, version as number, by]);
    await this.cluster.first.insert(name(stale), cutColumns.stale, writer.take());
    this.#hasStale = true;
  }
}

import { ReportError } from '#contract/problems.js';
import { instant, name, sql, text, type Sql } from '../sql.js';
import { bucketsInParts } from './bucket-parts.js';
import { CutRun, type CutPlan } from './cut-run.js';
import type { CutLog } from './cut-log.js';
import { EarlyCuts } from './early-cuts.js';
import { cutTablesOf, makeCutTables, type CutTables } from './schema.js';
import { Versions } from './versions.js';

/** The tables of opens by some rules, as a question reads them. */
export interface OpenView {
  readonly places: Sql;
  readonly opens: Sql;
  /** The opens that begin with a user's first visit. */
  readonly firsts: Sql;
  /** Which of their rows are of the moment that the question looks at. */
  readonly isSeen: Sql;
}

const NOTHING_YET =
  'A ClickHouse shard does not answer, and opens were not yet cut by these rules while it did. Ask again once it is back.';

/** Keeps the tables of opens by some rules up to date: a question sees one moment of them, whatever is written meanwhile. */
export class Derivation {
  readonly #tables: CutTables;
  readonly #versions: Versions;
  readonly #early: EarlyCuts;

  private constructor(
    private readonly log: CutLog,
    private readonly plan: CutPlan,
    /** Names the roles and the sources. */
    private readonly fingerprint: string,
  ) {
    this.#tables = cutTablesOf(plan.rules);
    this.#versions = new Versions(log.cluster, this.#tables);
    this.#early = new EarlyCuts(log, this.#tables, this.#versions, plan);
  }

  /** Opens the tables of some rules, made anew where roles or sources have changed since they were cut. */
  static async open(log: CutLog, plan: CutPlan, fingerprint: string): Promise<Derivation> {
    const derivation = new Derivation(log, plan, fingerprint);
    await derivation.#open();
    return derivation;
  }

  /**
   * The tables as the events before an instant tell, up to date.
   *
   * @param isPartial as they were before a shard was lost, without what it holds.
   */
  viewBefore(before: number, isPartial = false): Promise<OpenView> {
    return this.log.cluster.alone(async () => {
      if (!isPartial) await this.#bringUpToDate();
      else if (this.#versions.whole.version === 0)
        throw new ReportError('unavailable', NOTHING_YET, [], { retryAfterSeconds: 5 });
      const cut = before > this.log.lastTs ? 0 : await this.#early.at(before, isPartial);
      const { places, opens, firsts } = this.#tables;
      const isSeen = this.#early.isSeen(cut);
      return { places: name(places), opens: name(opens), firsts: name(firsts), isSeen };
    });
  }

  /** Brings the tables up to date, so that the next question need not. */
  keepUp(): Promise<void> {
    return this.log.cluster.alone(() => this.#bringUpToDate());
  }

  async #open(): Promise<void> {
    const { cluster } = this.log;
    const [last] = await cluster.first.rows(sql`
      select basis, version, upto from derivations where rules = ${text(this.#key)} order by version desc limit 1`);
    const version = (last?.['version'] ?? 0) as number;
    const isKept = last?.['basis'] === this.fingerprint;
    if (!isKept) for (const table of Object.values<string>({ ...this.#tables })) await cluster.dropTable(table);
    await makeCutTables(cluster, this.#tables);
    await this.#early.open();
    await this.#versions.open({ version, upto: isKept ? (last['upto'] as number) : 0 });
  }

  get #key(): string {
    return JSON.stringify(this.plan.rules);
  }

  /** Cuts users with events since the last time anew. */
  async #bringUpToDate(): Promise<void> {
    const { log } = this;
    const [since, upto] = [this.#versions.whole.upto, log.state];
    if (since === upto) return;
    const version = this.#versions.next();
    const run = new CutRun(log, this.#tables, { ...this.plan, cut: 0, version });
    if (since === 0) {
      // What a try before this one left, where there was one.
      await this.#versions.leaveOut(sql`1 = 1`, version);
      await run.cutAll(log.isTaken);
    } else {
      for (const isOfPart of bucketsInParts(await log.changedSince(since))) {
        await this.#versions.leaveOut(isOfPart, version);
        await run.cut(sql`${isOfPart} and ${log.isTaken}`);
      }
    }
    await run.end();
    await log.cluster.first.run(sql`
      insert into derivations (rules, basis, version, upto)
      select ${text(this.#key)}, ${text(this.fingerprint)}, ${instant(version)}, ${instant(upto)}`);
    this.#versions.whole = { version, upto };
    this.#early.forget();
  }
}

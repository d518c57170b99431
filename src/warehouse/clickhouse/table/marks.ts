import { instant, sql, type Sql } from '../../sql.js';
import type { Cluster } from '../cluster.js';
import { numerals } from '../numerals.js';

/**
 * What was seen of the log, on the first server: for each state and bucket how many events there were, and the sum of a hash
 * of each. Equal marks are equal events, as far as hashes of 64 bits tell.
 */
export class Marks {
  private constructor(
    private readonly cluster: Cluster,
    /** The state that was seen last; 0 for none. */
    public last: number,
  ) {}

  static async open(cluster: Cluster): Promise<Marks> {
    await cluster.first.run(sql`
      create table if not exists marks (state UInt64, bucket UInt32, count UInt64, mark UInt64)
      engine = MergeTree partition by state order by bucket`);
    // A table without any event leaves no mark, but has been cut.
    const [row] = await cluster.first.rows(sql`
      select max(state) as last from (select max(state) as state from marks union all select max(toUInt64(upto)) as state from derivations)`);
    return new Marks(cluster, (row?.['last'] ?? 0) as number);
  }

  /** Looks at the log. Where nothing is other than before, it is the same state. */
  async take(): Promise<number> {
    const next = this.last + 1;
    await this.#drop(next);
    await this.cluster.first.run(sql`
      insert into marks (state, bucket, count, mark)
      select ${numerals(next)}, bucket, count(), sum(mark) from events group by bucket`);
    const [row] = await this.cluster.first.rows(sql`
      select count(*) as count from (${changedBetween(this.last, next)})`);
    if (this.last > 0 && row!['count'] === 0) await this.#drop(next);
    else this.last = next;
    await this.#forget();
    return this.last;
  }

  /** The buckets whose events are others in two states. */
  async changed(before: number, after: number): Promise<number[]> {
    const rows = await this.cluster.first.rows(changedBetween(before, after));
    return rows.map(({ bucket }) => bucket as number);
  }

  /** Forgets states that nothing was cut from, or is any more. */
  async #forget(): Promise<void> {
    const rows = await this.cluster.first.rows(sql`
      select distinct state from marks where state < ${instant(this.last)}
        and state not in (select toUInt64(last) from (select rules, argMax(upto, version) as last from derivations group by rules))`);
    for (const { state } of rows) await this.#drop(state as number);
  }

  async #drop(state: number): Promise<void> {
    await this.cluster.first.run(sql`alter table marks drop partition ${numerals(state)}`);
  }
}

function changedBetween(before: number, after: number): Sql {
  return sql`
    select bucket from marks where state in (${numerals(before, after)})
    group by bucket having count(*) = 1 or min(count) != max(count) or min(mark) != max(mark)`;
}

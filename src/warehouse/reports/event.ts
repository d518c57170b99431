import type { EventQuery, EventReport } from '#contract/api.js';
import { bucketsOf, named } from '#reporting/buckets.js';
import { sortByValue, withDefaults, type ValuedGroup } from '#reporting/event.js';
import type { Period } from '#reporting/period.js';
import type { Row } from '../rows.js';
import { measures, numberField, ofNothing } from '../plan/event-value.js';
import { bothReads, matchEvents } from '../plan/match.js';
import { periodAt, periodsOf, type Periods } from '../plan/periods.js';
import { resolveRanged, type Asked, type RangedQuestion } from '../plan/question.js';
import { RowKeys } from '../plan/row-keys.js';
import { instant, sql, text, whole, type Sql } from '../sql.js';

/**
 * One event by its raw name: how many, by how many users, per user, or the sum, average, least or greatest of a numeric
 * field; by hour, day or over the whole range, grouped by up to two fields. Each bucket is counted for itself, and
 * `others` over all groups beyond the limit together. Where the context says so, the name may be a role too.
 */
export async function event(asked: Asked<EventQuery>): Promise<EventReport> {
  const { granularity, order, limit } = withDefaults(asked.query);
  const question = await resolveRanged(asked, () => granularity);
  const { range, asOf } = question;
  const buckets = bucketsOf(question, range, granularity);
  const counting = new Counting(question, asked);
  const groups = await counting.groups(range, order);
  const [top, rest] = [groups.slice(0, limit), groups.length - limit];
  const whole: Period = { start: range.start, end: range.end, before: range };
  const othersOf = async () => (await counting.valuesOf(periodsOf([whole], asOf), top, null))(top.length, 0);
  const others = rest <= 0 ? null : await othersOf();
  const isOne = buckets.length === 1 && buckets[0]!.start === range.start && buckets[0]!.end === range.end;
  const values = isOne
    ? (place: number) => (place < top.length ? top[place]!.value : others)
    : await counting.valuesOf(periodsOf(buckets, asOf), top, ofNothing(asked.query.measure));
  const seriesOf = (place: number) => buckets.map((_, bucket) => values(place, bucket));
  return {
    meta: { ...question.meta, granularity },
    buckets: named(buckets),
    series: top.map(({ key }, place) => ({ key, values: seriesOf(place) })),
    totals: top.map(({ key, value }) => ({ key, value })),
    others: rest <= 0 ? null : { row_count: rest, values: seriesOf(top.length), value: others },
  };
}

/** A group over the whole range. */
interface Group extends ValuedGroup {
  /** Its key, as the database writes it. */
  readonly row: Row;
}

/** Counts one event. */
class Counting {
  readonly keys: RowKeys;

  constructor(
    private readonly question: RangedQuestion,
    private readonly asked: Asked<EventQuery>,
  ) {
    this.keys = new RowKeys(question.host.dialect, asked.query.group_by ?? []);
  }

  /** All groups, in order. Without fields to group by there is one, also where it holds nothing. */
  async groups({ start, end }: { start: number; end: number }, order: 'value' | '-value'): Promise<Group[]> {
    const { asOf, reading } = this.question;
    const periods = periodsOf([{ start, end, before: { start, end } }], asOf);
    const { names, count } = this.keys;
    if (count === 0 && periods.count === 0) return [{ row: {}, key: [], value: null }];
    if (periods.count === 0) return [];
    const rows = await reading.rows(sql`
      select ${this.#measure} as value${names} from ${this.#events(periods)} f ${count === 0 ? sql`` : sql`group by ${this.keys.list}`}`);
    const valued = rows.map((row): Group => ({
      row,
      key: this.keys.keyOf(row),
      value: row['value'] as number | null,
    }));
    return sortByValue(valued, order);
  }

  /** The values of some groups by place and period, and of all others together in one more place. */
  async valuesOf(
    periods: Periods,
    top: readonly Group[],
    none: number | null,
  ): Promise<(place: number, period: number) => number | null> {
    const values = new Map<string, number | null>();
    if (periods.count > 0) {
      const rows = await this.question.reading.rows(sql`
        select place, i, ${this.#measure} as value from ${this.#placed(periods, top)} f group by place, i`);
      for (const { place, i, value } of rows) values.set(`${String(place)} ${String(i)}`, value as number | null);
    }
    return (place, period) => {
      if (period >= periods.count) return null;
      const found = values.get(`${place} ${period}`);
      return found === undefined ? none : found;
    };
  }

  /** The events, each with the place of its group: that after the last of some groups where it is in none of them. */
  #placed(periods: Periods, top: readonly Group[]): Sql {
    const events = this.#events(periods);
    if (this.keys.count === 0) return sql`(select ${whole(0)} as place, i, person, x from ${events} f)`;
    const { table, isSame } = this.keys.table(top.map(({ row }) => row));
    return sql`(
      select coalesce(chosen_place, ${whole(top.length)}) as place, i, person, x
      from ${events} f left join ${table} p on ${isSame})`;
  }

  get #measure(): Sql {
    return measures[this.asked.query.measure];
  }

  #events(periods: Periods): Sql {
    const { log, filters, host } = this.question;
    const { event: wanted, field } = this.asked.query;
    const match = matchEvents(this.question, filters);
    const named = text(wanted);
    // A name has one role: a table in the order of roles is not read as a whole.
    const isNamed = sql`(l.role = ${text(host.roleOf(wanted) ?? '')} and l.event = ${named})`;
    const isWanted = this.asked.context.orRole ? sql`(${isNamed} or l.role = ${named})` : isNamed;
    const within = sql`l.ts >= ${instant(periods.start)} and l.ts < ${instant(periods.end)}`;
    const number = numberField(host.dialect, field);
    const reads = bothReads(bothReads(match.reads, this.keys.reads), number.reads);
    return sql`(
      select ${periodAt(host.dialect, periods, sql`l.ts`, true)} as i, ${log.personOfEvent} as person,
        ${number.value} as x${this.keys.columns}
      ${log.events(reads, sql`${isWanted} and ${within} and ${match.where}`)})`;
  }
}

import { joined, name, number, sql, whole, type Sql } from '../sql.js';
import { duckdbChains } from './duckdb-chains.js';
import type { Dialect, EventValue } from './dialect.js';

const names = (columns: readonly string[]): Sql => joined(columns.map(name), ', ');

/** A number as JavaScript writes it, as far as it has no more than 15 digits before the point. */
export function numberText(value: Sql): Sql {
  return sql`case when ${value} = trunc(${value}) and abs(${value}) < 1e15 then ${value}::bigint::varchar else ${value}::varchar end`;
}

/** How DuckDB writes them. Of an event, `e` is the same in table `events`, and `o` its open. */
export const duckdb: Dialect = {
  openValue: (field) => {
    const own = field === 'source' ? sql`l.source` : sql`e.${name(field)}`;
    const value = sql`case when l.open is null then ${own} else o.${name(field)} end`;
    return { value, reads: { events: field !== 'source', opens: true } };
  },
  property: (key) => ofEvent(sql`e.properties[${key}]`),
  ownNumber: (field) => ofEvent(sql`e.${name(field)}`),
  nothing: () => sql`null::integer`,
  emptyText: () => sql`''`,
  isAmong: (value, rows) => sql`${value} in (${rows})`,
  isTrue: (condition) => sql`coalesce(${condition}, false)`,
  isSame: (a, b) => sql`${a} is not distinct from ${b}`,
  isIn: (value, list) => sql`list_contains(${list}, ${value})`,
  contains: (text, part) => sql`contains(${text}, ${part})`,
  withoutFirst: (text) => sql`substr(${text}, 2)`,
  numberText,
  toNumber: (text) => sql`${text}::double`,
  entryAt: (list, place) => sql`${list}[${place} + 1]`,
  entryOfLast: (list, starts, value) => sql`${list}[len(list_filter(${starts}, start -> start <= ${value}))]`,
  wholeQuotient: (value, divisor) => sql`(${value} // ${divisor})`,
  rowsOf: (lists) => {
    const columns = Object.entries(lists).map(([column, list]) => sql`unnest(${list}) as ${name(column)}`);
    return sql`(select ${joined(columns, ', ')})`;
  },
  countIf: (condition) => sql`count(*) filter (${condition})`,
  sumIf: (value, condition) => sql`sum(${value}) filter (${condition})`,
  ofFirst: (value, by) => sql`arg_min(${value}, (${joined(by, ', ')}))`,
  ofLast: (value, by) => sql`arg_max(${value}, (${joined(by, ', ')}))`,
  quantile: (value, share, condition) => sql`quantile_cont(${value}, ${number(share)}) filter (${condition})`,
  withNeighbour: (table, { by, order, side, of, as }) => {
    const shifted = side === 'before' ? sql`lag` : sql`lead`;
    return sql`(select *, ${shifted}(${name(of)}) over (partition by ${names(by)} order by ${names(order)}) as ${name(as)}
      from ${table} t)`;
  },
  firstRows: (table, { by, order, count }) => sql`(
    select * from (select *, row_number() over (partition by ${names(by)} order by ${names(order)}) as place from ${table} t)
    where place <= ${whole(count)})`,
  chains: duckdbChains,
};

function ofEvent(value: Sql): EventValue {
  return { value, reads: { events: true, opens: false } };
}

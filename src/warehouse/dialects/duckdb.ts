import { joined, name, number, sql } from '../sql.js';
import type { Dialect } from './dialect.js';

/** How DuckDB writes them. */
export const duckdb: Dialect = {
  valueOfKey: (map, key) => sql`${map}[${key}]`,
  isIn: (value, list) => sql`list_contains(${list}, ${value})`,
  contains: (text, part) => sql`contains(${text}, ${part})`,
  withoutFirst: (text) => sql`substr(${text}, 2)`,
  numberText: (value) =>
    sql`case when ${value} = trunc(${value}) and abs(${value}) < 1e15 then ${value}::bigint::varchar else ${value}::varchar end`,
  toNumber: (text) => sql`${text}::double`,
  entryAt: (list, place) => sql`${list}[${place} + 1]`,
  wholeQuotient: (value, divisor) => sql`(${value} // ${divisor})`,
  rowsOf: (lists) => {
    const columns = Object.entries(lists).map(([column, list]) => sql`unnest(${list}) as ${name(column)}`);
    return sql`(select ${joined(columns, ', ')})`;
  },
  quantile: (value, share, where) => sql`quantile_cont(${value}, ${number(share)}) filter (${where})`,
};

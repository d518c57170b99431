import { joined, name, number, sql, truth, whole, type Sql } from '../sql.js';
import { clickhouseChains } from './clickhouse-chains.js';
import type { Dialect, EventValue, Form, RowOrder } from './dialect.js';

const names = (columns: readonly string[]): Sql => joined(columns.map(name), ', ');

/**
 * How ClickHouse writes them, from version 18.16 on, which has no window functions: rows in order are an array, joined
 * back. An event `l` has its open's values and its own in columns of its own.
 *
 * Current versions take all of it. What they have beside it is said where it would serve; none of it is needed.
 */
export const clickhouse: Dialect = {
  openValue: (field) => ofEvent(sql`l.${name(field)}`),
  property: (key) => {
    const place = sql`indexOf(l.property_keys, ${key})`;
    return ofEvent(sql`if(${place} = 0, NULL, l.property_values[${place}])`);
  },
  ownNumber: (field) => ofEvent(sql`l.${name(['duration_ms', 'amount'].includes(field) ? field : `own_${field}`)}`),
  // What is the same in each row has to be made of a column, or else the shards' rows do not fit together.
  nothing: (of) => sql`nullIf(${of}, ${of})`,
  emptyText: (of) => sql`substring(${of}, 1, 0)`,
  // The set is made once, of all shards, and sent to each; on any version a plain `in` would ask each shard’s own part.
  isAmong: (value, rows) => sql`${value} global in (${rows})`,
  isTrue: (condition) => sql`ifNull(${condition}, 0)`,
  // Current versions know `a is not distinct from b`, also as the condition of a join (from 23.8 on).
  isSame: (a, b, form) => {
    const none = nothingOf[form];
    return sql`ifNull(${a}, ${none}) = ifNull(${b}, ${none}) and isNull(${a}) = isNull(${b})`;
  },
  isIn: (value, list) => sql`(isNotNull(${value}) and has(${list}, assumeNotNull(${value})))`,
  contains: (text, part) => sql`position(${text}, ${part}) > 0`,
  withoutFirst: (text) => sql`substring(${text}, 2)`,
  // 18.16 and current versions both write the shortest digits that are the number.
  numberText: (value) => sql`toString(${value})`,
  toNumber: (text) => sql`toFloat64OrNull(${text})`,
  entryAt: (list, place) => sql`${list}[${place} + 1]`,
  entryOfLast: (list, starts, value) => sql`${list}[arrayCount(start -> start <= ${value}, ${starts})]`,
  wholeQuotient: (value, divisor) => sql`intDiv(${value}, ${divisor})`,
  // Current versions have the table function `values`; lists bind what is in them in one place.
  rowsOf: (lists) => {
    const columns = Object.entries(lists).map(([column, list]) => sql`${list} as ${name(column)}`);
    return sql`(select ${names(Object.keys(lists))} from (select ${joined(columns, ', ')}) array join ${names(Object.keys(lists))})`;
  },
  countIf: (condition) => sql`countIf(${condition})`,
  sumIf: (value, condition) => sql`sumIf(${value}, ${condition})`,
  ofFirst: (value, by) => sql`argMin(${value}, (${joined(by, ', ')}))`,
  ofLast: (value, by) => sql`argMax(${value}, (${joined(by, ', ')}))`,
  // `quantileExactInclusiveIf` of later versions is this; `quantile` of any version is of a sample.
  quantile: (value, share, condition) => {
    const sorted = sql`arraySort(groupArrayIf(toFloat64(assumeNotNull(${value})), ${condition}))`;
    const place = sql`((length(${sorted}) - 1) * ${number(share)})`;
    const low = sql`toUInt32(floor(${place}))`;
    const at = (index: Sql) => sql`${sorted}[${index}]`;
    const upper = sql`least(${low} + 2, length(${sorted}))`;
    return sql`if(length(${sorted}) = 0, NULL,
      ${at(sql`${low} + 1`)} + (${at(upper)} - ${at(sql`${low} + 1`)}) * (${place} - floor(${place})))`;
  },
  // `lagInFrame` and `leadInFrame` over the whole frame, from 21.9 on.
  withNeighbour: (table, plan) => {
    const { of, as, side } = plan;
    const values = sql`arrayMap(x -> ${element([...plan.order, ...plan.keep], of)}, xs)`;
    // Types are told by a value that is there, so that `null` at the edge has one.
    const edge = sql`CAST(NULL AS Nullable(Int64))`;
    const shifted =
      side === 'before'
        ? sql`arrayPushFront(arrayPopBack(${values}), ${edge})`
        : sql`arrayPushBack(arrayPopFront(${values}), ${edge})`;
    return sql`(select ${unpacked(plan)}, neighbour as ${name(as)} from ${packed(table, plan)}
      array join xs as x, ${shifted} as neighbour)`;
  },
  // `row_number()`, from 21.9 on; `limit … by` of any version tells no place.
  firstRows: (table, plan) => sql`(select ${unpacked(plan)}, place from ${packed(table, plan)}
    array join arraySlice(xs, 1, ${whole(plan.count)}) as x, arrayEnumerate(arraySlice(xs, 1, ${whole(plan.count)})) as place)`,
  chains: clickhouseChains,
};

const nothingOf: Readonly<Record<Form, Sql>> = {
  text: sql`''`,
  property: sql`''`,
  number: sql`toFloat64(0)`,
};

function ofEvent(value: Sql): EventValue {
  return { value, reads: { events: false, opens: false } };
}

/** Each group of a table as one row, with its rows in order as an array `xs`. */
function packed(table: Sql, { by, order, keep }: RowOrder): Sql {
  return sql`(select ${names(by)}, arraySort(groupArray((${names([...order, ...keep])}))) as xs from ${table} t
    group by ${names(by)})`;
}

/** The columns of a row `x` again. */
function unpacked({ by, order, keep }: RowOrder): Sql {
  const columns = [...order, ...keep];
  return joined([names(by), ...columns.map((column) => sql`${element(columns, column)} as ${name(column)}`)], ', ');
}

function element(columns: readonly string[], column: string): Sql {
  return sql`tupleElement(x, ${places[columns.indexOf(column)]!})`;
}

/** A tuple takes no expression for the place of an element. */
const places: readonly Sql[] = [sql`1`, sql`2`, sql`3`, sql`4`, sql`5`, sql`6`, sql`7`, sql`8`, sql`9`];

/** A condition that always holds, for what needs a value. */
export const always = sql`${truth(true)}`;

import { instant, joined, name, sql, text, type Sql } from '../../sql.js';
import { eventColumns } from '../columns.js';
import { declared, declaredType } from '../schema.js';
import type { Column } from '../row-binary.js';
import type { EventFields } from './fields.js';

/** The columns of the view that are made of more than one field, or of none. */
const made: ReadonlySet<string> = new Set(['seq', 'app', 'production', 'property_keys', 'property_values']);

/**
 * A table's rows as those of table `events`, without those that are no events.
 *
 * @param rows the table's columns, each under the name that the fields are read from.
 */
export function eventView(rows: Sql, { values, properties, objects, faults }: EventFields): Sql {
  const environment = values.get('environment');
  const app = values.get('app_id');
  const own = eventColumns
    .filter((column) => !made.has(column.name))
    .map((column) => {
      const value = values.get(column.name) ?? sql`NULL`;
      // A row without what is needed is left out; its type has to be told all the same.
      const given = column.isNullable ? value : column.type === 'Int64' ? sql`ifNull(${value}, 0)` : sql`ifNull(${value}, '')`;
      return sql`CAST(${given} AS ${declaredType(column)}) as ${name(column.name)}`;
    });
  const fields = [
    ...own,
    sql`${app ? sql`ifNull(${app}, 'default')` : sql`'default'`} as app`,
    sql`${environment ? sql`toUInt8(ifNull(${environment}, 'production') = 'production')` : sql`toUInt8(1)`} as production`,
    ...propertyColumns(properties),
    sql`${listOf(objects)} as objects`,
  ];
  const isEvent = joined([sql`1`, ...faults.map(({ isFaulty }) => sql`not ${isFaulty}`)], ' and ');
  const columns = joined(eventColumns.map((column) => name(column.name)), ', '); // prettier-ignore
  return sql`select toUInt32(cityHash64(app, user_id)) as bucket, ${columns}, objects, mark from (
    select toInt64(0) as seq, *, ${markOf()} as mark from (select ${joined(fields, ', ')} from ${rows} where ${isEvent}))`;
} // prettier-ignore

/** What the view has beside the columns of events. */
const moreColumns: readonly Column[] = [
  { name: 'objects', type: 'Array(String)' },
  { name: 'mark', type: 'UInt64' },
];

/** The columns of the view. */
export const viewColumns: Sql = declared([{ name: 'bucket', type: 'UInt32' }, ...eventColumns, ...moreColumns]);

/** A list of those texts that are there. */
function listOf(texts: readonly Sql[]): Sql {
  const items = joined(texts.map((one) => sql`ifNull(${one}, '')`), ', '); // prettier-ignore
  return texts.length === 0 ? sql`CAST([] AS Array(String))` : sql`arrayFilter(v -> v != '', [${items}])`;
}

/** Lists of the keys and values of the properties that a row has. */
function propertyColumns(properties: ReadonlyMap<string, Sql>): Sql[] {
  const held = sql`${listOf([...properties.values()])} as property_values`;
  if (properties.size === 0) return [sql`CAST([] AS Array(String)) as property_keys`, held];
  const keys = joined([...properties.keys()].map((key) => sql`${text(key)}`), ', '); // prettier-ignore
  const values = joined([...properties.values()].map((value) => sql`ifNull(${value}, '')`), ', '); // prettier-ignore
  return [sql`arrayFilter((k, v) -> v != '', [${keys}], [${values}]) as property_keys`, held];
}

/** A hash of all that an event is. */
function markOf(): Sql {
  const parts = eventColumns
    .filter((column) => column.name !== 'seq')
    .map(({ name: word, type, isNullable }) => {
      if (!isNullable) return name(word);
      return type === 'String' ? sql`ifNull(${name(word)}, '')` : sql`ifNull(${name(word)}, toFloat64(${instant(-1)}))`;
    });
  return sql`cityHash64(${joined([...parts, sql`objects`], ', ')})`;
}

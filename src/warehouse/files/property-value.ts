import type { EventValue } from '../dialects/dialect.js';
import { joined, name, sql, text, type Bound, type Sql } from '../sql.js';
import { taggedValue } from './cell.js';
import { propertyColumn, type NamePlan } from './names.js';
import { rawJson } from './raw.js';

/** What an event `e` of view `file_values` carries under the name of a property. */
export function propertyValue({ objects, properties }: NamePlan, fromText: boolean, key: Bound): EventValue {
  const word = String(key.value);
  const pointer = text(`/${word.replaceAll('~', '~0').replaceAll('/', '~1')}`);
  const held = objects.map((_, at) =>
    taggedValue(rawJson(sql`json_extract(e.${name(`o${at}`)}, ${pointer})`), fromText),
  );
  const candidates = properties.get(word);
  const values: Sql[] = [...held, candidates ? sql`e.${name(propertyColumn(candidates))}` : sql`null::varchar`];
  return { value: sql`coalesce(${joined(values, ', ')})`, reads: { events: true, opens: false } };
}

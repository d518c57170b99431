import { name, sql, type Sql } from '../sql.js';
import { numberText } from '../dialects/duckdb.js';

/** What a raw value is, as pieces of SQL; each is `null` where the value is of another kind, or missing. */
export interface Raw {
  /** Whether there is a value: `null` and the empty text are none. */
  readonly isThere: Sql;
  readonly text: Sql;
  readonly number: Sql;
  readonly truth: Sql;
  /** Text, number or truth value, as a text. */
  readonly asText: Sql;
  /** The instant that it is by its type, in epoch milliseconds. */
  readonly instant: Sql;
  /** The object that it is, as JSON. */
  readonly object: Sql;
  /** The value as JSON, to show it. */
  readonly json: Sql;
}

const none = {
  text: sql`null::varchar`,
  number: sql`null::double`,
  truth: sql`null::boolean`,
  instant: sql`null::bigint`,
  object: sql`null::json`,
};

/** An object that is spelt out in a text. */
const objectOf = (text: Sql) =>
  sql`case when json_valid(${text}) and json_type(${text}::json) = 'OBJECT' then ${text}::json end`;

/** A value of a CSV file. */
export function rawText(value: Sql): Raw {
  return {
    ...none,
    ...{ isThere: sql`coalesce(${value} <> '', false)`, text: value, asText: value },
    ...{ object: objectOf(value), json: sql`to_json(${value})` },
  };
}

/**
 * A value of a JSON file, of type JSON. Its first character tells what it is, which is much quicker than parsing it; DuckDB
 * hands it over without blanks, and `null` as none.
 */
export function rawJson(value: Sql): Raw {
  const spelt = sql`${value}::varchar`;
  const bare = sql`case when contains(${spelt}, chr(92)) then ${value}->>'$' else trim(${spelt}, '"') end`;
  const text = sql`case when starts_with(${spelt}, '"') then ${bare} end`;
  const number = sql`case when left(${spelt}, 1) between '-' and '9' then try_cast(${spelt} as double) + 0 end`;
  const truth = sql`case ${spelt} when 'true' then true when 'false' then false end`;
  return {
    ...none,
    isThere: sql`coalesce(${spelt} not in ('null', '""'), false)`,
    ...{ text, number, truth },
    asText: sql`coalesce(${text}, ${numberText(number)}, ${truth}::varchar)`,
    ...{ object: sql`case when starts_with(${spelt}, '{') then ${value} end`, json: value },
  };
}

/** A raw value, and the columns that its pieces are worked out in, once a row. */
export interface RawValue {
  readonly raw: Raw;
  readonly columns: Sql;
}

/** The value of a JSON file in column `c` and this number. */
export function jsonValue(at: number): RawValue {
  const value = sql`r.${name(`c${at}`)}`;
  const spelt = rawJson(value);
  const [h, t, n, b] = ['h', 't', 'n', 'b'].map((letter) => name(`${letter}${at}`)) as [Sql, Sql, Sql, Sql];
  const columns = sql`, ${spelt.isThere} as ${h}, ${spelt.text} as ${t}, ${spelt.number} as ${n}, ${spelt.truth} as ${b}`;
  const pieces = { isThere: sql`r.${h}`, text: sql`r.${t}`, number: sql`r.${n}`, truth: sql`r.${b}` };
  const asText = sql`coalesce(r.${t}, ${numberText(pieces.number)}, r.${b}::varchar)`;
  return { columns, raw: { ...spelt, ...pieces, asText } };
}

/** What a column of a Parquet file holds, by its type. */
export type ColumnKind = 'text' | 'whole' | 'number' | 'truth' | 'instant' | 'local_time' | 'object' | 'other';

/** The kind of a type as DuckDB names it. */
export function kindOfType(type: string): ColumnKind {
  if (/\[\d*\]$/.test(type)) return 'other';
  if (/^(VARCHAR|ENUM|UUID|JSON)\b/.test(type)) return 'text';
  if (/^U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?$/.test(type)) return 'whole';
  if (/^(FLOAT|DOUBLE|DECIMAL)\b/.test(type)) return 'number';
  if (type === 'BOOLEAN') return 'truth';
  if (type === 'TIMESTAMP WITH TIME ZONE') return 'instant';
  if (/^(TIMESTAMP|DATE|TIME)/.test(type)) return 'local_time';
  return /^(STRUCT|MAP)\b/.test(type) ? 'object' : 'other';
}

/** A value of a Parquet file. */
export function rawColumn(value: Sql, kind: ColumnKind): Raw {
  const isThere = sql`${value} is not null`;
  const json = sql`to_json(${value})`;
  if (kind === 'text') return rawText(sql`${value}::varchar`);
  if (kind === 'whole')
    return { ...none, isThere, number: sql`${value}::double`, asText: sql`${value}::varchar`, json };
  if (kind === 'number') {
    const number = sql`(${value}::double + 0)`;
    return { ...none, isThere, number, asText: numberText(number), json };
  }
  if (kind === 'truth') return { ...none, isThere, truth: value, asText: sql`${value}::varchar`, json };
  if (kind === 'instant') {
    const text = sql`strftime(epoch_ms(epoch_ms(${value})), '%Y-%m-%dT%H:%M:%S.%gZ')`;
    return { ...none, isThere, instant: sql`epoch_ms(${value})`, text, asText: text, json };
  }
  if (kind === 'local_time')
    return { ...none, isThere, text: sql`${value}::varchar`, asText: sql`${value}::varchar`, json };
  const object = kind === 'object' ? json : none.object;
  return { ...none, isThere, asText: none.text, object, json };
}

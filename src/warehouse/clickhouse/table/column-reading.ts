import { instant, number, sql, text, type Sql } from '../../sql.js';

/**
 * What a column can be read as: text; numbers, of which whole ones of up to 32 bits are `small` (they hold no milliseconds of
 * our days); truth values; instants; days without a time; or none of these.
 */
export type ColumnKind = 'text' | 'number' | 'small' | 'truth' | 'instant' | 'day' | 'other';

/** A column of a table, as it stands in a statement. */
export interface Column {
  readonly name: string;
  /** As ClickHouse writes it. */
  readonly type: string;
  readonly value: Sql;
}

/** What a type can be read as. `DateTime64`, `Bool` and wide numbers are of versions after 18.16. */
export function kindOf(type: string): ColumnKind {
  const inner = /^(?:Nullable|LowCardinality)\((.*)\)$/s.exec(type);
  if (inner) return kindOf(inner[1]!);
  if (/^(String|FixedString|Enum(8|16)|UUID|IPv[46])\b/.test(type)) return 'text';
  if (/^U?Int(8|16|32)$/.test(type)) return 'small';
  if (/^(U?Int(64|128|256)|Float(32|64)|Decimal\w*(\(.*\))?)$/.test(type)) return 'number';
  if (type === 'Bool') return 'truth';
  if (/^DateTime(64)?\b/.test(type)) return 'instant';
  return /^Date(32)?$/.test(type) ? 'day' : 'other';
}

/** A value as text, `null` for the empty one. */
export function textOf({ value, type }: Column): Sql {
  if (kindOf(type) === 'truth') return sql`if(${value}, 'true', 'false')`;
  // The zero bytes that fill a fixed text up are no part of it.
  const whole = /FixedString\(/.test(type) ? sql`toStringCutToZero(${value})` : sql`toString(${value})`;
  return sql`nullIf(${whole}, '')`;
}

/** A number, or the number that a text spells in JSON’s grammar, as a double; `null` for what is none. */
export function numberOf(column: Column): Sql {
  if (kindOf(column.type) === 'text') {
    const spelt = textOf(column);
    return sql`if(match(ifNull(${spelt}, ''), ${text(jsonNumber)}), toFloat64OrNull(${spelt}), NULL)`;
  }
  const value = sql`toFloat64(${column.value})`;
  return /Float/.test(column.type) ? sql`if(isNaN(${value}), NULL, ${value})` : value;
}

const jsonNumber = '^-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][-+]?[0-9]+)?$';

/** Epoch milliseconds of an instant, of a number of them, or of a text in ISO 8601 with a zone; `null` for what is none. */
export function instantOf(column: Column): Sql {
  const kind = kindOf(column.type);
  if (kind === 'text') return instantOfText(textOf(column));
  if (kind === 'number') {
    const ms = numberOf(column);
    return sql`if(${ms} = round(${ms}), toInt64(${ms}), NULL)`;
  }
  // Version 18.16 knows seconds only.
  if (/DateTime64/.test(column.type)) return sql`toUnixTimestamp64Milli(${column.value})`;
  return sql`toInt64(toUInt32(${column.value})) * ${instant(1000)}`;
}

const isoInstant =
  '^[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt ]([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9]([.,][0-9]+)?)?([Zz]|[-+]([01][0-9]|2[0-3])(:?[0-5][0-9])?)$';

/** Worked out from its digits: what 18.16 makes of such texts depends on the server’s zone, and stops at seconds. */
function instantOfText(value: Sql): Sql {
  const t = sql`ifNull(${value}, '')`;
  const day = sql`toDateOrNull(substring(${t}, 1, 10))`;
  const minute = sql`(toInt64OrZero(substring(${t}, 12, 2)) * 60 + toInt64OrZero(substring(${t}, 15, 2)))`;
  const second = sql`if(substring(${t}, 17, 1) = ':', toInt64OrZero(substring(${t}, 18, 2)), toInt64(0))`;
  const fraction = sql`toInt64OrZero(substring(concat(extract(${t}, '[.,]([0-9]{1,3})'), '00'), 1, 3))`;
  const offset = sql`extract(${t}, '[-+][0-9]{2}:?[0-9]*$')`;
  const ahead = sql`(toInt64OrZero(substring(${offset}, 2, 2)) * 60
    + if(length(${offset}) > 3, toInt64OrZero(substring(${offset}, length(${offset}) - 1, 2)), toInt64(0)))`;
  const utc = sql`(${minute} - if(substring(${offset}, 1, 1) = '-', toInt64(-1), toInt64(1)) * ${ahead})`;
  const ms = sql`toInt64(${day}) * 86400000 + ${utc} * 60000 + ${second} * 1000 + ${fraction}`;
  // A day that no calendar has becomes another one.
  const isDay = sql`ifNull(toString(${day}), '') = substring(${t}, 1, 10)`;
  const isIso = sql`match(${t}, ${text(isoInstant)}) and ${isDay}`;
  return sql`multiIf(match(${t}, '^[0-9]{1,15}$'), toInt64OrNull(${t}), ${isIso}, ${ms}, NULL)`;
}

/** A custom property: a letter for its type before its text. */
export function propertyOf(column: Column): Sql {
  const kind = kindOf(column.type);
  if (kind === 'truth') return sql`concat('b', ${textOf(column)})`;
  if (kind !== 'number' && kind !== 'small') return sql`concat('s', ${textOf(column)})`;
  const value = numberOf(column);
  return sql`if(abs(${value}) < ${number(Infinity)}, concat('n', toString(${value})), NULL)`;
}

import type { Bound, BoundType, BoundValue, Sql } from '../sql.js';

/**
 * The text of a statement, each bound value in it as a literal. This is the only place where a value becomes text:
 * version 18.16 takes no parameters. Current versions do (`{p1:String}` with `param_p1`), at this very place.
 */
export function statementText({ texts, values }: Sql): string {
  return texts.map((part, at) => (at < values.length ? part + literal(values[at]!) : part)).join('');
}

/** A value as ClickHouse reads it, of exactly the type that it was bound as. */
export function literal({ type, value }: Bound): string {
  if (!Array.isArray(value)) return writers[type](value as BoundValue);
  const items = (value as (BoundValue | null)[]).map((item) => (item === null ? 'NULL' : bare[type](item)));
  const inner = value.includes(null) ? `Nullable(${types[type]})` : types[type];
  return `CAST([${items.join(',')}] AS Array(${inner}))`;
}

const types: Readonly<Record<BoundType, string>> = {
  text: 'String',
  number: 'Float64',
  whole: 'Int32',
  instant: 'Int64',
  truth: 'UInt8',
};

const writers: Readonly<Record<BoundType, (value: BoundValue) => string>> = {
  text: (value) => quoted(String(value)),
  number: (value) => exact(Number(value)),
  whole: (value) => `toInt32(${wholeNumber(value)})`,
  instant: (value) => `toInt64(${wholeNumber(value)})`,
  truth: (value) => (value ? 'toUInt8(1)' : 'toUInt8(0)'),
};

/** Within a list, whose type the cast around it says. */
const bare: typeof writers = {
  ...writers,
  whole: wholeNumber,
  instant: wholeNumber,
  truth: (value) => (value ? '1' : '0'),
};

/** Backslash and quote are the only marks inside a literal; what does not show is written out. */
function quoted(text: string): string {
  return `'${text.replace(/[\\'\0\b\f\n\r\t]/g, (mark) => escapes[mark]!)}'`;
}

const escapes: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  "'": "\\'",
  '\0': '\\0',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};

/** Bit by bit, since decimals may be read a little off. */
function exact(value: number): string {
  if (Number.isSafeInteger(value) && !Object.is(value, -0)) return `toFloat64(${value})`;
  const bytes = new DataView(new ArrayBuffer(8));
  bytes.setFloat64(0, value, true);
  const hex = Array.from({ length: 8 }, (_, at) => bytes.getUint8(at).toString(16).padStart(2, '0')).join('');
  return `reinterpretAsFloat64(unhex('${hex}'))`;
}

function wholeNumber(value: BoundValue): string {
  return BigInt(Math.round(Number(value))).toString();
}

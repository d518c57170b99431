import { exponents, type NameMeaning } from '#engine/ingest/reading.js';
import { joined, sql, type Sql } from '../sql.js';
import { numberText } from '../dialects/duckdb.js';
import { digits, literal } from './quoted.js';
import type { Raw } from './raw.js';

/** How cells are read. */
export interface CellRules {
  /** Every value arrives as text (CSV), so numbers and truth values are read from it. */
  readonly fromText: boolean;
  /** Numbers may stand for texts and texts for numbers under every name: files with types of their own (Parquet). */
  readonly isLenient: boolean;
}

/** Whether a field holds a number, an instant too. */
export function isNumeric({ kind }: NameMeaning): boolean {
  return ['number', 'duration', 'integer', 'amount', 'instant'].includes(kind);
}

/** Whether numbers may stand as texts under a name. */
function isSpelt({ lenient }: NameMeaning, { fromText, isLenient }: CellRules): boolean {
  return fromText || isLenient || lenient;
}

/** The number that a raw value is under a name of a numeric field. */
export function numberOf(meaning: NameMeaning, raw: Raw, rules: CellRules): Sql {
  return isSpelt(meaning, rules) ? sql`coalesce(${raw.number}, ${numberOfText(raw.text)})` : raw.number;
}

/**
 * The cell that a raw value becomes under a name; `null` where it does not fit. `engine/ingest/cell.ts` in SQL.
 *
 * @param number what {@link numberOf} gives, worked out before.
 */
export function cellOf(meaning: NameMeaning, raw: Raw, rules: CellRules, number: Sql): Sql {
  const { kind, lenient } = meaning;
  const text = rules.isLenient || lenient ? raw.asText : raw.text;
  if (kind === 'property') return taggedValue(raw, rules.fromText);
  if (kind === 'environment') return sql`case ${text} when 'production' then true when 'non_production' then false end`;
  if (kind === 'currency') return sql`case when regexp_full_match(${text}, '[A-Z]{3}') then ${text} end`;
  if (kind === 'number' || kind === 'amount') return finite(number);
  if (kind === 'duration') return sql`case when ${number} >= 0 and isfinite(${number}) then ${number} end`;
  if (kind === 'integer') return sql`case when ${isWhole(number)} then ${number} end`;
  if (kind === 'instant') {
    const ms = sql`case when ${number} = trunc(${number}) then ${inRange(number)}::bigint end`;
    const spelling = isSpelt(meaning, rules) ? sql`trim(${raw.text}, ${blanks})` : raw.text;
    return sql`coalesce(${raw.instant}, ${ms}, ${instantOfText(spelling)})`;
  }
  return sql`nullif(${text}, '')`;
}

/** Longer digits are identifiers rather than quantities. */
const longestNumber = 15;

const jsonNumber = literal('\\s*-?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?(?:[eE][-+]?[0-9]+)?\\s*');
const blanks = sql`' ' || chr(9) || chr(10) || chr(11) || chr(12) || chr(13) || chr(160) || chr(65279)`;

function numberOfText(text: Sql): Sql {
  return sql`case when regexp_full_match(${text}, ${jsonNumber}) then try_cast(${text} as double) + 0 end`;
}

function isWhole(number: Sql): Sql {
  return sql`${number} = trunc(${number}) and abs(${number}) <= ${digits(Number.MAX_SAFE_INTEGER)}`;
}

/** A value with a letter for its type, as table `events` keeps it. */
export function taggedValue(raw: Raw, fromText: boolean): Sql {
  const typed = sql`'n' || ${numberText(finite(raw.number))}, 'b' || ${raw.truth}::varchar`;
  const text = sql`'s' || nullif(${raw.text}, '')`;
  if (!fromText) return sql`coalesce(${text}, ${typed})`;
  const short = sql`case when length(${raw.text}) <= ${digits(longestNumber)} then ${finite(numberOfText(raw.text))} end`;
  return sql`case when ${raw.text} in ('true', 'false') then 'b' || ${raw.text}
    else coalesce('n' || ${numberText(short)}, ${text}, ${typed}) end`;
}

function finite(number: Sql): Sql {
  return sql`case when isfinite(${number}) then ${number} end`;
}

/** 9999-12-31T23:59:59.999Z, the last instant that an event may have. */
const lastInstant = digits(253_402_300_799_999);

function inRange(ms: Sql): Sql {
  return sql`case when ${ms} between 0 and ${lastInstant} then ${ms} end`;
}

const isoInstant = literal(
  '^([0-9]{4}-[0-9]{2}-[0-9]{2})[Tt ]([01][0-9]|2[0-3]):([0-5][0-9])(?::([0-5][0-9])(?:[.,]([0-9]+))?)?(?:[Zz]|([-+])([01][0-9]|2[0-3])(?::?([0-5][0-9]))?)$',
);
const parts = sql`['day', 'hour', 'minute', 'second', 'fraction', 'sign', 'hours', 'minutes']`;

/** Epoch milliseconds of an ISO 8601 text with a zone; a fraction beyond them is cut off. */
function instantOfText(text: Sql): Sql {
  const part = (name: Sql) => sql`coalesce(try_cast(p.${name} as bigint), 0)`;
  const offset = sql`(case p.sign when '-' then -1 else 1 end) * (${part(sql`hours`)} * 60 + ${part(sql`minutes`)}) * 60000`;
  const ms = sql`epoch_ms(try_cast(p.day as date)::timestamp) + ${part(sql`hour`)} * 3600000 + ${part(sql`minute`)} * 60000
    + ${part(sql`second`)} * 1000 + coalesce(try_cast(rpad(substr(p.fraction, 1, 3), 3, '0') as bigint), 0) - ${offset}`;
  return sql`list_transform([regexp_extract(${text}, ${isoInstant}, ${parts})], p -> ${inRange(ms)})[1]`;
}

/** An amount in units as minor units, `null` where it is finer than its currency's coins. */
export function minorUnits(amount: Sql, currency: Sql): Sql {
  const cases = [...exponents].map(([code, decimals]) => sql`when ${literal(code)} then ${digits(10 ** decimals)}`);
  const factor = sql`(case ${currency} ${joined(cases, ' ')} else 100 end)::double`;
  const minor = sql`round(m.amount * m.factor)`;
  const fits = sql`${minor} / m.factor = m.amount and ${isWhole(minor)}`;
  return sql`list_transform([{amount: ${amount}, factor: ${factor}}], m -> case when ${fits} then ${minor} + 0 end)[1]`;
}

/** An amount that is in minor units. */
export function wholeAmount(amount: Sql): Sql {
  return sql`case when ${isWhole(amount)} then ${amount} end`;
}

import type { Filter } from '#contract/api.js';
import type { Dialect } from '../dialects/dialect.js';
import { number, numbers, sql, text, texts, type Sql } from '../sql.js';
import type { Dimension } from './dimension.js';

const operators = { gt: sql`>`, gte: sql`>=`, lt: sql`<`, lte: sql`<=` } as const;

/** Whether a filter lets a value of a dimension through; never `null`. */
export function condition(dialect: Dialect, filter: Filter, dimension: Dimension, value: Sql): Sql {
  const { operator, values = [] } = filter;
  switch (operator) {
    case 'set':
      return sql`${value} is not null`;
    case 'not_set':
      return sql`${value} is null`;
    case 'eq':
    case 'in':
      return isOneOf(dialect, dimension, value, values);
    case 'ne':
    case 'not_in':
      return sql`not ${isOneOf(dialect, dimension, value, values)}`;
    case 'contains':
      return dialect.isTrue(dialect.contains(textOf(dialect, dimension, value), sql`${text(String(values[0] ?? ''))}`));
    default:
      return compares(dialect, dimension, value, operators[operator], Number(values[0]));
  }
}

/** Values of a question may be text where the data is a number: `1.0` asks for 1. */
function isOneOf(dialect: Dialect, { form }: Dimension, value: Sql, values: NonNullable<Filter['values']>): Sql {
  const written = values.map(String);
  const asNumbers = written
    .filter((one) => one.trim() !== '')
    .map(Number)
    .filter((one) => !Number.isNaN(one));
  const isText = (one: Sql) => dialect.isIn(one, sql`${texts(written)}`);
  const isNumber = (one: Sql) => dialect.isIn(one, sql`${numbers(asNumbers)}`);
  if (form === 'text') return dialect.isTrue(isText(value));
  if (form === 'number') return asNumbers.length === 0 ? sql`1 = 0` : dialect.isTrue(isNumber(value));
  const ofProperty = dialect.isTrue(isText(dialect.withoutFirst(value)));
  if (asNumbers.length === 0) return ofProperty;
  return sql`(${ofProperty} or ${dialect.isTrue(isNumber(numberOf(dialect, value)))})`;
}

function compares(dialect: Dialect, { form }: Dimension, value: Sql, operator: Sql, limit: number): Sql {
  if (form === 'text' || Number.isNaN(limit)) return sql`1 = 0`;
  const compared = form === 'number' ? value : numberOf(dialect, value);
  return dialect.isTrue(sql`${compared} ${operator} ${number(limit)}`);
}

function textOf(dialect: Dialect, { form }: Dimension, value: Sql): Sql {
  if (form === 'text') return value;
  return form === 'number' ? dialect.numberText(value) : dialect.withoutFirst(value);
}

/** The number that a property holds, `null` where it holds none. */
export function numberOf(dialect: Dialect, value: Sql): Sql {
  return sql`case when ${value} like 'n%' then ${dialect.toNumber(dialect.withoutFirst(value))} end`;
}

import { whatIsAllowed, type NameMeaning } from '#engine/ingest/reading.js';
import { instant, number, sql, text, texts, type Sql } from '../../sql.js';

/** Something that makes a row of a table no event. */
export interface RowFault {
  /** What is wrong, in words. */
  readonly reason: string;
  /** Never `null`. */
  readonly isFaulty: Sql;
}

/** 9999-12-31T23:59:59.999Z; an event's time lies between the epoch and this. */
const lastInstant = instant(253_402_300_799_999);

const needed: readonly string[] = ['user_id', 'ts', 'event'];

/** What may be wrong with a field: it is needed and not given, or given and not what the field holds. */
export function rowFaults({ kind, field }: NameMeaning, value: Sql, isGiven: Sql): RowFault[] {
  const faults: RowFault[] = [];
  if (needed.includes(field)) faults.push({ reason: `\`${field}\` is missing`, isFaulty: sql`not ${isGiven}` });
  const isLike = likeOf(kind, value);
  if (isLike) {
    const reason = `\`${field}\` is not ${whatIsAllowed(kind as Parameters<typeof whatIsAllowed>[0])}`;
    faults.push({ reason, isFaulty: sql`(${isGiven} and not ifNull(${isLike}, 0))` });
  }
  return faults;
}

/** Whether a value is one of a field; nothing where every value is. */
function likeOf(kind: NameMeaning['kind'], value: Sql): Sql | null {
  const isFinite = sql`abs(${value}) < ${number(Infinity)}`;
  switch (kind) {
    case 'environment':
      return sql`has(${texts(['production', 'non_production'])}, assumeNotNull(${value}))`;
    case 'currency':
      return sql`match(assumeNotNull(${value}), ${text('^[A-Z]{3}$')})`;
    case 'instant':
      return sql`(${value} >= ${instant(0)} and ${value} <= ${lastInstant})`;
    case 'number':
      return sql`(${isFinite})`;
    case 'duration':
      return sql`(${value} >= ${number(0)} and ${isFinite})`;
    case 'integer':
    case 'amount':
      return sql`(abs(${value}) <= ${number(Number.MAX_SAFE_INTEGER)} and ${value} = round(${value}))`;
    default:
      return null;
  }
}

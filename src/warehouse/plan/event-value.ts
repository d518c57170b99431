import type { EventQuery } from '#contract/api.js';
import { numericFields } from '#contract/events.js';
import { propertyPrefix } from '#contract/property-prefix.js';
import type { Dialect, EventValue } from '../dialects/dialect.js';
import { sql, type Sql } from '../sql.js';
import { numberOf } from './condition.js';
import { dimensionOf } from './dimension.js';
import { noReads } from './match.js';

const numberColumns: ReadonlySet<string> = new Set(['duration_ms', 'amount', 'scene', ...numericFields]);

/** The number that an event `l` carries itself in a field, `null` where it carries none. */
export function numberField(dialect: Dialect, field: string | undefined): EventValue {
  const nothing = { value: dialect.nothing(sql`l.ts`), reads: noReads };
  if (field === undefined) return nothing;
  if (numberColumns.has(field)) return dialect.ownNumber(field);
  if (!field.startsWith(propertyPrefix)) return nothing;
  const { ofEvent, reads } = dimensionOf(dialect, field);
  return { value: numberOf(dialect, ofEvent), reads };
}

/** What is measured of events with `person` and the number `x`. */
export const measures: Readonly<Record<EventQuery['measure'], Sql>> = {
  total: sql`count(*)`,
  users: sql`count(distinct person)`,
  per_user: sql`count(*) / nullif(count(distinct person), 0)`,
  sum: sql`coalesce(sum(x), 0)`,
  avg: sql`avg(x)`,
  min: sql`min(x)`,
  max: sql`max(x)`,
};

/** What a measure of no event is. */
export function ofNothing(measure: EventQuery['measure']): number | null {
  return measure === 'total' || measure === 'users' || measure === 'sum' ? 0 : null;
}

import type { EventQuery } from '#contract/api.js';
import { numericFields } from '#contract/events.js';
import { propertyPrefix } from '#contract/property-prefix.js';
import type { Dialect } from '../dialects/dialect.js';
import { name, sql, type Sql } from '../sql.js';
import { numberOf } from './condition.js';
import { dimensionOf } from './dimension.js';

const numberColumns: ReadonlySet<string> = new Set(['duration_ms', 'amount', 'scene', ...numericFields]);

/** The number that an event `e` carries itself in a field, `null` where it carries none. */
export function numberField(dialect: Dialect, field: string | undefined): Sql {
  if (field === undefined) return sql`null::double`;
  if (numberColumns.has(field)) return sql`e.${name(field)}`;
  if (!field.startsWith(propertyPrefix)) return sql`null::double`;
  return numberOf(dialect, dimensionOf(dialect, field).ofEvent);
}

/** What is measured of events with `person` and the number `x`. */
export const measures: Readonly<Record<EventQuery['measure'], Sql>> = {
  total: sql`count(*)::double`,
  users: sql`count(distinct person)::double`,
  per_user: sql`count(*)::double / nullif(count(distinct person), 0)`,
  sum: sql`coalesce(sum(x), 0)`,
  avg: sql`avg(x)`,
  min: sql`min(x)`,
  max: sql`max(x)`,
};

/** What a measure of no event is. */
export function ofNothing(measure: EventQuery['measure']): number | null {
  return measure === 'total' || measure === 'users' || measure === 'sum' ? 0 : null;
}

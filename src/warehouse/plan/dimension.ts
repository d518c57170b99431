import { dimensionKinds } from '#contract/dimension-kinds.js';
import { numericFields } from '#contract/events.js';
import { ReportError } from '#contract/problems.js';
import { propertyPrefix } from '#contract/property-prefix.js';
import type { Value } from '#reporting/group-keys.js';
import type { Dialect, Form } from '../dialects/dialect.js';
import { name, sql, text, type Sql } from '../sql.js';

/**
 * What events are filtered and broken down by, as SQL over a row: `l` is the event with its open, `o` the open. An event
 * takes its open's value in open dimensions, its own where it is in none.
 */
export interface Dimension {
  readonly id: string;
  readonly kind: 'event' | 'open';
  readonly form: Form;
  /** The value of an event. */
  readonly ofEvent: Sql;
  /** The value of an open, of open dimensions. */
  readonly ofOpen: Sql;
  /** Which tables beside `l` the value of an event is read from. */
  readonly reads: { readonly events: boolean; readonly opens: boolean };
}

const numeric: ReadonlySet<string> = new Set(['scene', ...numericFields]);

/** A dimension of the catalogue, or `properties.NAME`. */
export function dimensionOf(dialect: Dialect, id: string): Dimension {
  if (id.startsWith(propertyPrefix) && id !== 'properties.*') return propertyOf(dialect, id);
  const kind = id === 'properties.*' ? undefined : dimensionKinds.get(id);
  if (!kind) throw unknownDimension(id);
  const column = name(id);
  if (kind === 'event') {
    const [ofEvent, reads] = [sql`l.${column}`, { events: false, opens: false }];
    return { id, kind, form: 'text', ofEvent, ofOpen: ofEvent, reads };
  }
  const { value, reads } = dialect.openValue(id);
  const form = numeric.has(id) ? 'number' : 'text';
  return { id, kind, form, ofEvent: value, ofOpen: sql`o.${column}`, reads };
}

function propertyOf(dialect: Dialect, id: string): Dimension {
  const { value, reads } = dialect.property(sql`${text(id.slice(propertyPrefix.length))}`);
  return { id, kind: 'event', form: 'property', ofEvent: value, ofOpen: value, reads };
}

function unknownDimension(id: string): ReportError {
  const message = `“${id}” is not a dimension. Use one of the catalogue, or ${propertyPrefix}NAME.`;
  const allowed = [...dimensionKinds.keys()];
  return new ReportError('unknown_dimension', message, [{ parameter: 'dimension', message, allowed }]);
}

/** What a value is grouped by as a key: properties by their text, whatever their type. */
export function keyOf(dialect: Dialect, { form }: Dimension, value: Sql): Sql {
  return form === 'property' ? dialect.withoutFirst(value) : value;
}

/** A value as it was carried, from how it is written. */
export function valueOf({ form }: Dimension, written: Value): Value {
  if (form !== 'property' || typeof written !== 'string') return written;
  const rest = written.slice(1);
  if (written.startsWith('n')) return Number(rest);
  return written.startsWith('b') ? rest === 'true' : rest;
}

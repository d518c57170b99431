import type { Catalog, DimensionDefinition, Filter, FilterOperator } from '#contract/api.js';
import { propertyPrefix } from '#contract/property-prefix.js';

/** What a field holds. */
export type FieldType = DimensionDefinition['type'];

/** A value of a filter. */
export type FilterItem = NonNullable<Filter['values']>[number];

const anyProperty = `${propertyPrefix}*`;

const operators: Record<FieldType, readonly FilterOperator[]> = {
  string: ['in', 'not_in', 'contains', 'set', 'not_set'],
  number: ['eq', 'ne', 'gt', 'gte', 'lt', 'lte', 'set', 'not_set'],
  boolean: ['in', 'not_in', 'set', 'not_set'],
};

/** The operators that fit a type; one that a filter has already stays. */
export function operatorsOf(type: FieldType, present?: FilterOperator): readonly FilterOperator[] {
  const fitting = operators[type];
  return present === undefined || fitting.includes(present) ? fitting : [present, ...fitting];
}

/**
 * The fields that can be filtered or grouped by: those of the catalogue, with the properties of events that it or somebody
 * else knows; or those that the host names.
 */
export function fieldsOf(
  { dimensions, event_fields: eventFields }: Catalog,
  wanted: readonly string[] | undefined,
  properties: readonly string[] = [],
): string[] {
  if (wanted) return [...wanted];
  const named = eventFields.map(({ name }) => name).filter((name) => name.startsWith(propertyPrefix));
  return [...new Set([...dimensions.map(({ id }) => id), ...named, ...properties])].filter((id) => id !== anyProperty);
}

/** Whether fields of events can be filtered that no list names. */
export function hasProperties({ dimensions }: Catalog, wanted: readonly string[] | undefined): boolean {
  return !wanted && dimensions.some(({ id }) => id === anyProperty);
}

/** The field of a property. */
export function propertyField(name: string): string {
  return propertyPrefix + name.trim();
}

/** The type of a field, as the catalogue says, else as its values are. */
export function typeOf(field: string, { dimensions }: Catalog, seen: FieldType | 'mixed' | undefined): FieldType {
  const type = dimensions.find(({ id }) => id === field)?.type ?? seen;
  return type === undefined || type === 'mixed' ? 'string' : type;
}

/** How many values an operator takes. */
export function arityOf(operator: FilterOperator): 'none' | 'one' | 'many' {
  if (operator === 'set' || operator === 'not_set') return 'none';
  return operator === 'in' || operator === 'not_in' ? 'many' : 'one';
}

/** What somebody typed, as a value of the type; nothing where it is none. */
export function itemOf(text: string, type: FieldType): FilterItem | undefined {
  if (type === 'boolean') return text === 'true' || (text === 'false' ? false : undefined);
  if (type === 'string') return text === '' ? undefined : text;
  return text.trim() === '' || !Number.isFinite(Number(text)) ? undefined : Number(text);
}

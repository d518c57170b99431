import type { Catalog, DimensionDefinition } from '#contract/api.js';
import { propertyPrefix } from '#contract/property-prefix.js';
import type { Faults } from '../faults.js';

/** A field that a question can filter, group or break down by. */
export interface FieldChoice {
  readonly id: string;
  /** `any` for a custom field: its values may be of any type, and one that was never seen matches nothing. */
  readonly type: DimensionDefinition['type'] | 'any';
}

/** Finds a dimension of the catalogue or a custom field; anything else is a fault that lists what there is. */
export function findField(catalog: Catalog, id: string, parameter: string, faults: Faults): FieldChoice | undefined {
  const known = catalog.dimensions.map((dimension) => dimension.id);
  const anyProperty = `${propertyPrefix}*`;
  if (id.startsWith(propertyPrefix) && known.includes(anyProperty)) {
    if (id.length > propertyPrefix.length && id !== anyProperty) return { id, type: 'any' };
    const message = `“${id}” names no custom field. Write its name after the dot, such as properties.plan.`;
    faults.malformed(parameter, message);
    return undefined;
  }
  const dimension = catalog.dimensions.find((candidate) => candidate.id === id);
  if (!dimension) faults.unknownName('unknown_dimension', parameter, 'a dimension', id, known);
  return dimension;
}

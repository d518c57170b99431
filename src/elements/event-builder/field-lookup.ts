import type { FieldType, ValuesReport } from '#contract/api.js';
import type { Scope } from '#contract/report-source.js';
import type { Client } from '#client/client.js';
import { propertyPrefix } from '#contract/property-prefix.js';

/** A row of the field table: what has come in under the name of a field. */
export interface CheckedField {
  readonly field: string;
  readonly type: FieldType;
  /** The types that came in; none where nothing has. */
  readonly arrives: readonly FieldType[];
  /** The value that came in most often. */
  readonly sample: string | null;
}

/** What came in under the names of some fields. */
export async function lookUpFields(
  client: Client,
  scope: Scope,
  fields: readonly { field: string; type: FieldType }[],
  signal?: AbortSignal,
): Promise<CheckedField[]> {
  const ask = async (field: string): Promise<ValuesReport> =>
    client.values(scope, { field: propertyPrefix + field, limit: 20 }, { refresh: true, ...(signal && { signal }) });
  return Promise.all(fields.map(async ({ field, type }) => checkedField(field, type, await ask(field))));
}

/** What a list of values says of a field. */
export function checkedField(field: string, type: FieldType, { type: known, values }: ValuesReport): CheckedField {
  const seen = values.flatMap(({ value }) => (value === null ? [] : [value]));
  const types = seen.map((value) => typeof value).filter(isFieldType);
  const arrives = seen.length === 0 ? [] : isFieldType(known) ? [known] : [...new Set(types)];
  return { field, type, arrives, sample: seen.length > 0 ? String(seen[0]) : null };
}

const isFieldType = (type: unknown): type is FieldType => type === 'string' || type === 'number' || type === 'boolean';

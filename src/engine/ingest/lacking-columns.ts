import type { FieldName } from './fields.js';
import { IngestRefusal } from './ingest-refusal.js';

const required = ['user_id', 'ts', 'event'] as const satisfies readonly FieldName[];

/**
 * Refuses columns that cannot make an event, before every row is rejected.
 *
 * @param fields what each column becomes.
 */
export function refuseLacking(names: readonly string[], fields: readonly string[]): void {
  const lacking = required.filter((field) => !fields.includes(field));
  if (lacking.length === 0) return;
  const columns = names.map((name) => JSON.stringify(name)).join(', ');
  const example = JSON.stringify({ fields: { [names[0] ?? 'column']: lacking[0] } });
  throw new IngestRefusal(
    'no_columns',
    `No column of the file is ${lacking.join(' or ')}. Its columns are ${columns}. Map the right ones, as in ${example}.`,
    names,
  );
}

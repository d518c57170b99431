import type { Mapping } from '#engine/ingest/reading.js';
import { FilesError } from '../node/file-list.js';
import { namePlan, type Candidate } from './names.js';
import type { ColumnKind } from './raw.js';
import type { RawName } from './relation.js';

const scalars: readonly ColumnKind[] = ['text', 'whole', 'number', 'truth', 'instant', 'local_time'];
const numbers: readonly ColumnKind[] = ['whole', 'number', 'text'];

/** Which columns of a Parquet file may be which kind of field, and that in words. */
const fitting: Readonly<Record<string, readonly [kinds: readonly ColumnKind[], words: string]>> = {
  instant: [
    ['instant', 'whole', 'number', 'text'],
    'a timestamp with a zone (isAdjustedToUTC), whole epoch milliseconds, or ISO 8601 texts with a zone',
  ],
  number: [numbers, 'numbers'],
  duration: [numbers, 'numbers'],
  integer: [numbers, 'numbers'],
  amount: [numbers, 'numbers'],
  environment: [['text'], 'texts'],
  currency: [['text'], 'texts'],
  properties: [['object', 'text'], 'a struct, a map, or texts that hold JSON'],
};

/** Refuses columns of Parquet files whose type no value of their field can have, before every row is rejected. */
export function checkTypes(names: readonly RawName[], mapping: Mapping | undefined): void {
  const { fields, properties, objects } = namePlan(
    names.map(({ name }) => name),
    mapping,
  );
  const candidates = [...[...fields.values(), ...properties.values()].flat(), ...objects];
  const faults = candidates.filter(({ meaning }) => meaning.declared).flatMap((candidate) => faultOf(candidate, names));
  if (faults.length > 0) throw new FilesError(faults.join(' '));
}

function faultOf({ column, meaning: { name, field, kind } }: Candidate, names: readonly RawName[]): string[] {
  const { kind: holds, type } = names[column]!;
  const [kinds, words] = fitting[kind] ?? [scalars, 'texts, numbers or truth values'];
  if (kinds.includes(holds)) return [];
  const example = JSON.stringify({ fields: { [name]: null } });
  return [
    `Column \`${name}\` (\`${field}\`) is ${type}; it has to hold ${words}. Write it so, or leave it out with the mapping ${example}.`,
  ];
}

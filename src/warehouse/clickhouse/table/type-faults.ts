import { whatIsAllowed, type Mapping, type MappingFault, type NameMeaning } from '#engine/ingest/reading.js';
import type { Candidate, NamePlan } from '../../files/names.js';
import { kindOf, type Column, type ColumnKind } from './column-reading.js';

type Kind = NameMeaning['kind'];

/** Whether what a field holds is a number. */
export const isNumeric = (kind: Kind): boolean => ['number', 'duration', 'integer', 'amount'].includes(kind);

const ofInstants: readonly ColumnKind[] = ['text', 'number', 'instant'];
const ofNumbers: readonly ColumnKind[] = ['text', 'number', 'small'];

/** Columns from whose type no value can be read of what they are to be; what the mapping does not name is then left out. */
export function typeFaults(plan: NamePlan, columns: readonly Column[], { fields = {} }: Mapping): MappingFault[] {
  const all = [...plan.fields.values(), ...plan.properties.values(), plan.objects].flat();
  return all.flatMap((candidate) => {
    const column = columns[candidate.column]!;
    const isMapped = Object.hasOwn(fields, column.name);
    if (fits(candidate, kindOf(column.type), isMapped)) return [];
    return [{ path: isMapped ? `fields.${column.name}` : column.name, message: inWords(candidate, column) }];
  });
}

function fits({ meaning: { kind }, beatenBy }: Candidate, ofColumn: ColumnKind, isMapped: boolean): boolean {
  if (kind === 'property') return ofColumn !== 'other' || !isMapped || beatenBy !== undefined;
  if (kind === 'properties') return ofColumn === 'text' || !isMapped;
  if (kind === 'instant') return ofInstants.includes(ofColumn);
  return isNumeric(kind) ? ofNumbers.includes(ofColumn) : ofColumn !== 'other';
}

function inWords({ meaning: { kind, field } }: Candidate, { name, type }: Column): string {
  const allowed = kind === 'properties' ? 'a text that holds an object in JSON' : whatIsAllowed(kind as Parameters<typeof whatIsAllowed>[0]); // prettier-ignore
  const next = `Map another column in its place, or leave it out with ${JSON.stringify({ fields: { [name]: null } })}.`;
  return `Column “${name}” is ${type}; \`${field}\` has to be ${allowed}. ${next}`;
}

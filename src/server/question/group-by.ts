import type { QuestionContext } from './context.js';
import { findField } from './fields.js';
import type { Reader } from './reader.js';

/** Reads `group_by`: up to two fields. */
export function readGroupBy(reader: Reader, { catalog }: QuestionContext): string[] {
  const fields = reader.has('group_by') && isEmptyList(reader.values.group_by) ? [] : reader.texts('group_by', 2);
  return (fields ?? []).filter((id) => findField(catalog, id, 'group_by', reader.faults) !== undefined);
}

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}

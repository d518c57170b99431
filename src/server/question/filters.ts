import type { Filter, FilterOperator } from '#contract/api.js';
import { filterOperators } from '#contract/vocabulary.js';
import type { QuestionContext } from './context.js';
import { findField, type FieldChoice } from './fields.js';
import { isObject, show, type Reader } from './reader.js';

type FilterValue = string | number | boolean;

const COMPARING: readonly FilterOperator[] = ['gt', 'gte', 'lt', 'lte'];
const LISTING: readonly FilterOperator[] = ['in', 'not_in'];
const VALUELESS: readonly FilterOperator[] = ['set', 'not_set'];

/** Reads `filters`, with each value in the type of its field. */
export function readFilters(reader: Reader, { catalog }: Pick<QuestionContext, 'catalog'>, base = ''): Filter[] {
  const items = reader.objects('filters', 0, 32) ?? [];
  return items.flatMap((item, index) => {
    const at = (member: string): string =>
      reader.form === 'query' ? 'filter' : `${base}/filters/${String(index)}/${member}`;
    const filter = readFilter(reader, item, at, catalog);
    return filter ? [filter] : [];
  });
}

type Naming = (member: string) => string;

function readFilter(
  reader: Reader,
  item: Record<string, unknown>,
  at: Naming,
  catalog: QuestionContext['catalog'],
): Filter | undefined {
  if (reader.form === 'query' && item.field === undefined) return undefined; // noted when it was split
  const id = reader.textOf(item.field, at('field'), 256);
  const word = reader.textOf(item.operator, at('operator'), 16);
  const operator = reader.wordOf(word, at('operator'), filterOperators, 'an operator of filters');
  for (const name of Object.keys(item)) {
    if (!['field', 'operator', 'values'].includes(name))
      reader.faults.malformed(at(name), 'A filter has field, operator and values.');
  }
  for (const name of ['field', 'operator']) {
    if (item[name] === undefined) reader.faults.malformed(at(name), `A filter needs ${name}.`);
  }
  const field = id === undefined ? undefined : findField(catalog, id, at('field'), reader.faults);
  if (!field || !operator) return undefined;
  noteMisfit(reader, field, operator, at('operator'));
  const values = readValues(reader, item.values, field, operator, at('values'));
  if (VALUELESS.includes(operator)) return { field: field.id, operator };
  return { field: field.id, operator, values };
}

/** `gt…lte` compare numbers, `contains` looks into texts. Custom fields may hold either. */
function noteMisfit(reader: Reader, field: FieldChoice, operator: FilterOperator, parameter: string): void {
  const needs = COMPARING.includes(operator) ? 'number' : operator === 'contains' ? 'string' : undefined;
  if (needs === undefined || field.type === 'any' || field.type === needs) return;
  const fits = filterOperators.filter(
    (other) => other !== 'contains' && (field.type === 'number' || !COMPARING.includes(other)),
  );
  const allowed = field.type === 'string' ? [...fits, 'contains'] : fits;
  const message = `${operator} does not fit ${field.id}, whose values are of type ${field.type}.`;
  reader.faults.add('not_answerable', parameter, message, allowed);
}

function readValues(
  reader: Reader,
  raw: unknown,
  field: FieldChoice,
  operator: FilterOperator,
  parameter: string,
): FilterValue[] {
  const values = raw === undefined ? [] : raw;
  if (!Array.isArray(values) || values.some((value) => isObject(value) || Array.isArray(value) || value === null)) {
    reader.faults.malformed(parameter, `${show(values)} has to be a list of texts, numbers or booleans.`);
    return [];
  }
  const message = countFault(operator, values.length);
  if (message !== undefined) {
    reader.faults.malformed(parameter, message);
    return [];
  }
  return (values as FilterValue[]).flatMap((value) => {
    const typed = toType(value, COMPARING.includes(operator) ? 'number' : field.type);
    if (typed === undefined)
      reader.faults.malformed(parameter, `${show(value)} has to be a number for ${field.id} ${operator}.`);
    return typed === undefined ? [] : [typed];
  });
}

function countFault(operator: FilterOperator, count: number): string | undefined {
  if (VALUELESS.includes(operator)) return count > 0 ? `${operator} takes no value.` : undefined;
  if (LISTING.includes(operator)) {
    return count < 1 || count > 1000 ? `${operator} takes 1 to 1000 values, not ${String(count)}.` : undefined;
  }
  return count === 1 ? undefined : `${operator} takes one value, not ${String(count)}.`;
}

function toType(value: FilterValue, type: FieldChoice['type']): FilterValue | undefined {
  if (type === 'any') return value;
  if (type === 'string') return String(value);
  if (type === 'boolean') return value === true || value === 'true';
  const number = typeof value === 'string' && value.trim() === '' ? NaN : Number(value);
  return Number.isFinite(number) && typeof value !== 'boolean' ? number : undefined;
}

import type { EventAction, EventConfiguration, EventData, Fault, FieldType, Trigger } from '#contract/api.js';
import { elementTriggers } from '#contract/definition-vocabulary.js';

const fieldName = /^[A-Za-z_]\w{0,63}$/;

/** The faults of a configuration that keep it from being tested or published; all of them at once. */
export function checkConfiguration(input: EventConfiguration): Fault[] {
  const faults: Fault[] = [];
  if (input.method === 'manual' && input.actions.length === 0)
    faults.push({
      parameter: '/actions',
      message: 'There is no action. Add at least one, or choose the method "api".',
    });
  const typeOf = new Map<string, FieldType>();
  for (const [index, action] of input.actions.entries()) {
    const at = `/actions/${String(index)}`;
    faults.push(...checkElement(action, at), ...checkData(action.data, `${at}/data`, typeOf));
  }
  return faults;
}

/** Every field that the actions fill, once, in order of appearance. */
export function fieldsOf(input: EventConfiguration): { field: string; type: FieldType }[] {
  const fields = new Map<string, FieldType>();
  for (const { data } of input.actions)
    for (const { field, type } of data) if (!fields.has(field)) fields.set(field, type);
  return [...fields].map(([field, type]) => ({ field, type }));
}

function checkElement({ trigger, element }: EventAction, at: string): Fault[] {
  const named = Boolean(element?.trim());
  if (trigger === 'click' && !named)
    return [{ parameter: `${at}/element`, message: 'A click needs the element that is clicked. Name it.' }];
  if (named && !(elementTriggers as readonly Trigger[]).includes(trigger))
    return [
      {
        parameter: `${at}/element`,
        message: `The trigger "${trigger}" has no element. Leave it empty.`,
        allowed: [''],
      },
    ];
  return [];
}

function checkData(data: readonly EventData[], at: string, typeOf: Map<string, FieldType>): Fault[] {
  const faults: Fault[] = [];
  const here = new Set<string>();
  for (const [index, { field, type, from }] of data.entries()) {
    const parameter = `${at}/${String(index)}`;
    const before = typeOf.get(field);
    if (!fieldName.test(field))
      faults.push({
        parameter: `${parameter}/field`,
        message: `"${field}" is not a field name. Start with a letter, then letters, digits, underscores; at most 64.`,
      });
    if (here.has(field))
      faults.push({ parameter: `${parameter}/field`, message: `"${field}" stands twice in this action. Remove one.` });
    if (before !== undefined && before !== type)
      faults.push({
        parameter: `${parameter}/type`,
        message: `"${field}" is a ${before} in another action and a ${type} here. Choose one type.`,
        allowed: [before],
      });
    if (!from.trim())
      faults.push({ parameter: `${parameter}/from`, message: `Say where the value of "${field}" comes from.` });
    here.add(field);
    typeOf.set(field, before ?? type);
  }
  return faults;
}

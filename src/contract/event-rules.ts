import type { EventAction, EventConfiguration, EventData, FieldType } from './api.js';
import { takesElement } from './definition-vocabulary.js';

/** The rule of a custom field's name. */
export const fieldNamePattern = /^[A-Za-z_]\w{0,63}$/;

/** Every rule that a configuration has to hold before it is tested or published. */
export type EventRule =
  | 'action_missing'
  | 'element_missing'
  | 'element_unfit'
  | 'field_pattern'
  | 'field_twice'
  | 'type_differs'
  | 'from_missing';

/** A rule that a configuration breaks, and where: `parameter` is a JSON pointer. */
export interface EventFault {
  readonly parameter: string;
  readonly rule: EventRule;
  /** The trigger, field or type that breaks it. */
  readonly value: string;
  /** Of `type_differs`: the field, and the type that it has before. */
  readonly field?: string;
  readonly type?: FieldType;
}

/** What keeps a configuration from being tested or published; all of it at once. */
export function eventFaults({ method, actions }: Pick<EventConfiguration, 'method' | 'actions'>): EventFault[] {
  const faults: EventFault[] = [];
  if (method === 'manual' && actions.length === 0)
    faults.push({ parameter: '/actions', rule: 'action_missing', value: '' });
  const typeOf = new Map<string, FieldType>();
  for (const [index, action] of actions.entries()) {
    const at = `/actions/${String(index)}`;
    faults.push(...elementFaults(action, at), ...dataFaults(action.data, `${at}/data`, typeOf));
  }
  return faults;
}

function elementFaults({ trigger, element }: EventAction, at: string): EventFault[] {
  const isNamed = Boolean(element?.trim());
  const parameter = `${at}/element`;
  if (trigger === 'click' && !isNamed) return [{ parameter, rule: 'element_missing', value: trigger }];
  if (isNamed && !takesElement(trigger)) return [{ parameter, rule: 'element_unfit', value: trigger }];
  return [];
}

function dataFaults(data: readonly EventData[], at: string, typeOf: Map<string, FieldType>): EventFault[] {
  const faults: EventFault[] = [];
  const here = new Set<string>();
  for (const [index, { field, type, from }] of data.entries()) {
    const parameter = `${at}/${String(index)}`;
    const before = typeOf.get(field);
    if (!fieldNamePattern.test(field))
      faults.push({ parameter: `${parameter}/field`, rule: 'field_pattern', value: field });
    if (here.has(field)) faults.push({ parameter: `${parameter}/field`, rule: 'field_twice', value: field });
    if (before !== undefined && before !== type)
      faults.push({ parameter: `${parameter}/type`, rule: 'type_differs', value: type, field, type: before });
    if (!from.trim()) faults.push({ parameter: `${parameter}/from`, rule: 'from_missing', value: field });
    here.add(field);
    typeOf.set(field, before ?? type);
  }
  return faults;
}

import { charactersOf } from '#contract/event-name-rules.js';
import { eventLimits } from '#contract/definition-vocabulary.js';
import { eventFaults } from '#contract/event-rules.js';
import { type BuilderFault, fault, idOfPointer } from './builder-faults.js';
import { type Draft, inputOf } from './draft.js';

/** What keeps a draft from being saved, beside its names: texts that are too long, fields without a name. */
export function lengthFaults(draft: Draft): BuilderFault[] {
  const long = (id: string, text: string, most: number): BuilderFault[] =>
    charactersOf(text) > most ? [fault(id, 'text_too_long', { count: most })] : [];
  return inputOf(draft).actions.flatMap(({ page, element, data }, action) => [
    ...long(`actions-${action}-page`, page ?? '', eventLimits.page),
    ...long(`actions-${action}-element`, element ?? '', eventLimits.element),
    ...data.flatMap(({ field, from }, index) => {
      const at = `actions-${action}-data-${index}`;
      if (field.trim() === '') return [fault(`${at}-field`, 'field_missing')];
      return [
        ...long(`${at}-field`, field, eventLimits.field),
        ...(draft.method === 'api' ? [] : long(`${at}-from`, from, eventLimits.from)),
      ];
    }),
  ]);
}

/** What keeps a draft from being tested and published; what already keeps it from being saved is not said twice. */
export function checkFaults(draft: Draft): BuilderFault[] {
  const before = lengthFaults(draft);
  const known = new Set(before.map(({ id }) => id));
  const found = eventFaults(inputOf(draft))
    .map(({ parameter, rule, value, type = '', field = '' }) =>
      fault(idOfPointer(parameter), rule, { value, type, field }),
    )
    .filter(({ id, values }) => !known.has(id) && !(id.endsWith('-from') && values['value'] === ''));
  return [...before, ...found];
}

import type { EventConfiguration, Fault } from '#contract/api.js';
import { type EventFault, eventFaults, type EventRule } from '#contract/event-rules.js';

/** What each rule says to whoever broke it. */
const messages: Record<EventRule, (fault: EventFault) => Omit<Fault, 'parameter'>> = {
  action_missing: () => ({ message: 'There is no action. Add at least one, or choose the method "api".' }),
  element_missing: () => ({ message: 'A click needs the element that is clicked. Name it.' }),
  element_unfit: ({ value }) => ({
    message: `The trigger "${value}" has no element. Leave it empty.`,
    allowed: [''],
  }),
  field_pattern: ({ value }) => ({
    message: `"${value}" is not a field name. Start with a letter, then letters, digits, underscores; at most 64.`,
  }),
  field_twice: ({ value }) => ({ message: `"${value}" stands twice in this action. Remove one.` }),
  type_differs: ({ value, field = '', type = '' }) => ({
    message: `"${field}" is a ${type} in another action and a ${value} here. Choose one type.`,
    allowed: [type],
  }),
  from_missing: ({ value }) => ({ message: `Say where the value of "${value}" comes from.` }),
};

/** The faults of a configuration that keep it from being tested or published; all of them at once. */
export function checkConfiguration(input: EventConfiguration): Fault[] {
  return eventFaults(input).map((fault) => ({ parameter: fault.parameter, ...messages[fault.rule](fault) }));
}

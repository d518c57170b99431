import type { Fault } from '#contract/api.js';
import { displayNameRules, eventNameRules } from '#contract/event-name-rules.js';
import type { Draft } from './draft.js';

/** The parts of the wizard, in order. */
export const steps = ['names', 'actions', 'check', 'publish'] as const;

/** A part of the wizard. */
export type Step = (typeof steps)[number];

/** Something to mend: which field, and which text of the catalogue says it, or the back end's own words. */
export interface BuilderFault {
  /** The id of the field. */
  readonly id: string;
  /** `event.fault.…`; nothing where the back end says it. */
  readonly rule: string | undefined;
  readonly values: Readonly<Record<string, string | number>>;
  readonly text?: string;
}

/** What the back end knows of names: those that others have. */
export interface TakenNames {
  readonly names: ReadonlySet<string>;
  readonly displayNames: ReadonlySet<string>;
}

/** A fault of a rule. */
export const fault = (id: string, rule: string, values: BuilderFault['values'] = {}): BuilderFault => ({
  id,
  rule,
  values,
});

/** The id of the field that a JSON pointer names: `/actions/0/data/1/field` is `actions-0-data-1-field`. */
export const idOfPointer = (pointer: string): string => pointer.replace(/^\//, '').replaceAll('/', '-');

/** What is wrong with the names of a new event. */
export function nameFaults(draft: Draft, taken: TakenNames): BuilderFault[] {
  const { name, display_name: display } = draft;
  const own = eventNameRules(name).slice(0, 1);
  const others = displayNameRules(display).slice(0, 1);
  return [
    ...own.map((rule) => fault('name', `name_${rule}`, { value: name })),
    ...(own.length === 0 && taken.names.has(name) ? [fault('name', 'name_taken', { value: name })] : []),
    ...others.map((rule) => fault('display_name', `display_${rule}`)),
    ...(others.length === 0 && taken.displayNames.has(display) ? [fault('display_name', 'display_taken')] : []),
  ];
}

/** What the back end refused, beside the field that it names. */
export function serverFaults(errors: readonly Fault[]): BuilderFault[] {
  return errors.map(({ parameter, message }) => ({
    ...{ id: idOfPointer(parameter), rule: undefined, values: {}, text: message },
  }));
}

/** The part of the wizard in which a field stands. */
export function stepOf(id: string): Step {
  return id.startsWith('actions') ? 'actions' : 'names';
}

/** The first fault of each field, in the order of the form. */
export function firstOfEach(faults: readonly BuilderFault[]): BuilderFault[] {
  return faults.filter(({ id }, index) => faults.findIndex((other) => other.id === id) === index);
}

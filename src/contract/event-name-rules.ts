import { eventNamePattern, maxEventNameLength } from './definition-vocabulary.js';
import { reservedEvents } from './events.js';

/** Every rule of an event's names. */
export type NameRule = 'empty' | 'too_long' | 'pattern' | 'reserved';

/** Characters of a text as JSON Schema counts them: code points. */
export const charactersOf = (text: string): number => Array.from(text).length;

/** The rules that the name of a new event breaks; that nobody else has it only the back end knows. */
export function eventNameRules(name: string): NameRule[] {
  if (name.trim() === '') return ['empty'];
  const rules: NameRule[] = [];
  if (!eventNamePattern.test(name)) rules.push('pattern');
  if (charactersOf(name) > maxEventNameLength) rules.push('too_long');
  if ((reservedEvents as readonly string[]).includes(name)) rules.push('reserved');
  return rules;
}

/** The rules that the display name of a new event breaks. */
export function displayNameRules(name: string): NameRule[] {
  if (name.trim() === '') return ['empty'];
  return charactersOf(name) > maxEventNameLength ? ['too_long'] : [];
}

import { wellFormed } from './byte-dictionary.js';
import { environments } from './fields.js';
import { InstantReader, isInstant } from './instant-bytes.js';
import { isCurrency } from './minor-units.js';
import { numberOfText } from './number-bytes.js';
import { mustBe } from './reasons.js';
import type { Slot } from './slot.js';

const instants = new InstantReader();

/** What is allowed, by the kind of a field, in words. */
const allowed = {
  text: 'a text',
  id: 'a text',
  instant: 'an instant from 1970 to 9999: ISO 8601 with a zone (2026-11-21T08:00:00Z) or whole epoch milliseconds',
  environment: environments.map((name) => JSON.stringify(name)).join(' or '),
  number: 'a number',
  duration: 'a number of milliseconds from 0',
  integer: 'a whole number',
  amount: 'a whole number of minor units (cents); for other amounts give the mapping "amount_unit": "major"',
  majorAmount: 'a number',
  currency: 'an ISO 4217 code such as "EUR"',
  property: 'a text, a number, true or false',
} as const;

/** What a field of some kind allows, in words. */
export function whatIsAllowed(kind: keyof typeof allowed): string {
  return allowed[kind];
}

/** How cells are read. */
export interface CellRules {
  /** Every value arrives as text (CSV), so numbers and truth values are read from it. */
  readonly fromText: boolean;
  readonly majorAmounts: boolean;
}

/**
 * Writes one value into the row in the making, the exact and unhurried way; says why where it cannot be. The byte
 * readers do the same for the usual forms only, and leave all others to this. `null` and the empty text never get here.
 */
export function setCell(slot: Slot, row: number, value: unknown, rules: CellRules): string | null {
  if (slot.property) return setProperty(slot, row, value, rules);
  if (slot.number) return setNumber(slot, row, value, rules);
  const text = slot.lenient && (typeof value === 'number' || typeof value === 'boolean') ? String(value) : value;
  if (typeof text !== 'string' || !fits(slot, text))
    return fault(slot, value, allowed[slot.kind as keyof typeof allowed]);
  if (slot.text) slot.text.set(row, slot.text.dictionary.codeOfText(text));
  else if (slot.id) slot.id.set(row, wellFormed(text));
  else slot.flag!.set(row, (environments as readonly string[]).indexOf(text));
  return null;
}

/** True where a number may stand in a field of this kind. */
export function isNumberFor(kind: string, value: number, majorAmounts: boolean): boolean {
  if (kind === 'number') return Number.isFinite(value);
  if (kind === 'duration') return value >= 0 && value < Infinity;
  if (kind === 'instant') return isInstant(value);
  return kind === 'amount' && majorAmounts ? Number.isFinite(value) : Number.isSafeInteger(value);
}

/** True where a text may stand in a field of this kind. */
function fits(slot: Slot, text: string): boolean {
  if (slot.kind === 'currency') return isCurrency(text);
  return slot.kind !== 'environment' || (environments as readonly string[]).includes(text);
}

function setNumber(slot: Slot, row: number, value: unknown, rules: CellRules): string | null {
  const number = toNumber(slot, value, rules.fromText || slot.lenient);
  if (!isNumberFor(slot.kind, number, rules.majorAmounts)) {
    const kind = slot.kind === 'amount' && rules.majorAmounts ? 'majorAmount' : slot.kind;
    return fault(slot, value, allowed[kind as keyof typeof allowed]);
  }
  slot.number!.set(row, number);
  return null;
}

function toNumber(slot: Slot, value: unknown, fromText: boolean): number {
  if (typeof value === 'number') return value + 0;
  if (typeof value !== 'string') return NaN;
  const text = fromText ? value.trim() : value;
  const number = fromText ? numberOfText(text) : NaN;
  return slot.kind === 'instant' && Number.isNaN(number) ? instants.readText(text) : number;
}

function setProperty(slot: Slot, row: number, value: unknown, rules: CellRules): string | null {
  const property = slot.property!;
  const typed = rules.fromText && typeof value === 'string' ? typedValue(value) : value;
  if (typeof typed === 'number' && Number.isFinite(typed)) property.setNumber(row, typed + 0);
  else if (typeof typed === 'boolean') property.setBoolean(row, typed);
  else if (typeof typed === 'string') property.setCode(row, property.strings.dictionary.codeOfText(typed));
  else if (slot.declared) return fault(slot, value, allowed.property);
  return null;
}

/** The number or truth value that a text of a file without types spells, else the text. */
function typedValue(text: string): string | number | boolean {
  if (text === 'true' || text === 'false') return text === 'true';
  return text.length <= longestNumber ? ifNumber(text) : text;
}

/** Longer digits are identifiers rather than quantities, and a double would change them. */
export const longestNumber = 15;

function ifNumber(text: string): string | number {
  const number = numberOfText(text);
  return Number.isNaN(number) ? text : number;
}

function fault(slot: Slot, value: unknown, what: string): string {
  return mustBe(slot.field, value, what, slot.name);
}

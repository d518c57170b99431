/** A piece of a formatted value: a card sets units smaller than numbers. */
export interface FormattedPart {
  readonly text: string;
  readonly isUnit: boolean;
}

/** What is shown where there is no value. Never 0. */
export const noValue = '–';

const unitTypes = new Set(['compact', 'percentSign', 'unit']);
// The marks steer a whole paragraph; every value of ours stands in an isolate of its own, where they only hinder.
const directionMarks = /[\u200e\u200f\u061c]/g;

/** The pieces of an Intl number, with a real minus sign and without direction marks. */
export function numberParts(format: Intl.NumberFormat, value: number): FormattedPart[] {
  const parts: FormattedPart[] = [];
  for (const { type, value: raw } of format.formatToParts(value)) {
    const text = type === 'minusSign' ? '−' : raw.replace(directionMarks, '');
    if (text) parts.push({ text, isUnit: unitTypes.has(type) });
  }
  return joined(parts);
}

/** The same as one text, which takes a sixth of the time: for a table's many numbers. */
export function numberText(format: Intl.NumberFormat, value: number): string {
  return format.format(value).replace('-', '−').replace(directionMarks, '');
}

/** The text of formatted pieces. */
export function textOf(parts: readonly FormattedPart[]): string {
  return parts.map(({ text }) => text).join('');
}

/** Joins neighbours of one kind; a space goes to the unit it stands beside. */
function joined(parts: readonly FormattedPart[]): FormattedPart[] {
  const result: FormattedPart[] = [];
  for (const [index, part] of parts.entries()) {
    const besideUnit = (parts[index + 1]?.isUnit ?? false) || (parts[index - 1]?.isUnit ?? false);
    const isUnit = part.isUnit || (part.text.trim() === '' && besideUnit);
    const last = result.at(-1);
    if (last?.isUnit === isUnit) result[result.length - 1] = { text: last.text + part.text, isUnit };
    else result.push({ text: part.text, isUnit });
  }
  return result;
}

/** Why a row was not taken, in words: the field, its value, what is allowed. */

const longestValue = 60;

/** A field that a row must have and has not. */
export function missing(field: string, why: string): string {
  return `\`${field}\` is missing; ${why}.`;
}

/**
 * A value that a field cannot have.
 *
 * @param name the name that it stands under, where that is another.
 */
export function mustBe(field: string, value: unknown, allowed: string, name = field): string {
  const label = name === field ? `\`${field}\`` : `\`${name}\` (\`${field}\`)`;
  return `${label} is ${shown(value)}; it has to be ${allowed}.`;
}

/** A value as a person recognises it, cut where it is long. */
export function shown(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object' && value !== null) return 'an object';
  const text = typeof value === 'string' ? JSON.stringify(value) : String(value);
  return text.length > longestValue ? `${text.slice(0, longestValue - 1)}…` : text;
}

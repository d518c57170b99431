/** What a property of a list takes: the list, or its words in a text, separated by commas or spaces. */
export function words(value: unknown): readonly unknown[] | undefined {
  if (typeof value === 'string') return value.split(/[\s,]+/).filter((word) => word !== '');
  return Array.isArray(value) ? value : undefined;
}

import type { Filter, FilterOperator } from '#contract/api.js';

type Item = NonNullable<Filter['values']>[number];

/** What a bare item would be read as something else than a text. */
const looksTyped = /^(?:true|false|".*|-?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?|)$/is;

/** A filter in one line: `city:in:Berlin,Paris`. Numbers and truths stand bare, texts that look like them are quoted. */
export function writeFilter({ field, operator, values }: Filter): string {
  const head = `${escaped(field, /[%:]/g)}:${operator}`;
  return values ? `${head}:${writeItems(values)}` : head;
}

/** A filter from its line; nothing where it is none. The operator may be one that nobody knows. */
export function readFilter(text: string): Filter | undefined {
  const [field, operator, ...rest] = text.split(':');
  if (!field || !operator) return undefined;
  const head = { field: unescaped(field), operator: operator as FilterOperator };
  return rest.length > 0 ? { ...head, values: readItems(rest.join(':')) } : head;
}

/** Items separated by commas. */
export function writeItems(items: readonly Item[]): string {
  return items
    .map((item) => (typeof item === 'string' && looksTyped.test(item) ? JSON.stringify(item) : String(item)))
    .map((text) => escaped(text, /[%,]/g))
    .join();
}

/** The items of a list. */
export function readItems(text: string): Item[] {
  return text === '' ? [] : text.split(',').map((item) => readItem(unescaped(item)));
}

function readItem(text: string): Item {
  if (!looksTyped.test(text)) return text;
  try {
    const item: unknown = JSON.parse(text);
    return item === null || typeof item === 'object' ? text : (item as Item);
  } catch {
    return text;
  }
}

function escaped(text: string, signs: RegExp): string {
  return text.replace(signs, encodeURIComponent);
}

function unescaped(text: string): string {
  return text.replace(/%(25|2C|3A)/gi, decodeURIComponent);
}

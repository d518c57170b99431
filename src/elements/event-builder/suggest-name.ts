import { charactersOf } from '#contract/event-name-rules.js';
import { maxEventNameLength } from '#contract/definition-vocabulary.js';

/** The name nearest to a text that follows the rules: “AddToCart” is `add_to_cart`. Nothing where there is none. */
export function suggestName(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[^a-z]+|_+$/g, '')
    .slice(0, maxEventNameLength)
    .replace(/_+$/, '');
}

/** The name with the next number that nobody has. */
export function freeName(name: string, taken: ReadonlySet<string>): string {
  const stem = name.replace(/_\d+$/, '');
  for (let number = 2; ; number++) {
    const end = `_${number}`;
    const free = stem.slice(0, maxEventNameLength - charactersOf(end)).replace(/_+$/, '') + end;
    if (!taken.has(free)) return free;
  }
}

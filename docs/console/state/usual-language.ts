import { languages, type Language } from './console-state.js';

/** The first of the reader's languages that the console speaks; else English. */
export function usualLanguage(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    const [primary] = tag.toLowerCase().split('-');
    const found = languages.find((language) => language.toLowerCase().split('-')[0] === primary);
    if (found) return found;
  }
  return 'en';
}

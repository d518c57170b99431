import type { Text } from '#contract/api.js';
import { fallbacks } from './fallback.js';
import type { Texts } from './texts.js';

/**
 * A label of the back end's catalogue in the widget's language. A text that the host has set itself under `key` wins,
 * then the catalogue's own in that language, then a translation from the texts under `key`, then English.
 *
 * @example labelOf(metric.label, `metric.${metric.id}`, texts)
 */
export function labelOf(text: Text, key: string, texts: Texts): string {
  const { locale } = texts;
  const tag = locale in text ? locale : fallbacks(locale, Object.keys(text)).at(0);
  return texts.own(key) ?? (tag === undefined ? texts.find(key) : text[tag]) ?? text.en;
}

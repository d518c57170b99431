import { type Text } from '#contract/api.js';
import { fallbacks } from './fallback.js';
import { type Texts } from './texts.js';

/**
 * A label of the back end's catalogue in the widget's language. The catalogue's own text in that language wins; else
 * a translation from the texts under `key`; else English.
 *
 * @example labelOf(metric.label, `metric.${metric.id}`, texts)
 */
export function labelOf(text: Text, key: string, texts: Texts): string {
  const tag = fallbacks(texts.locale, Object.keys(text)).at(0);
  return (tag === undefined ? texts.find(key) : text[tag]) ?? text.en;
}

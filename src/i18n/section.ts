import type { Message, Messages } from './message.js';

/** The same keys in another language. */
export type Translation<En extends Messages> = { readonly [Key in keyof En]: Message };

/**
 * The texts of one element, or those that all share. English is in the bundle of the element; the others are loaded
 * when a scope asks for them, so that an element carries no text of its neighbours.
 */
export interface Section<En extends Messages = Messages> {
  readonly en: En;
  /** By language tag. */
  readonly load: Readonly<Record<string, () => Promise<Translation<En>>>>;
}

/** Makes a section; its keys and places are known to the compiler from the English texts. */
export function section<const En extends Messages>(en: En, load: Section<En>['load']): Section<En> {
  return { en, load };
}

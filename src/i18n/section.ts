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

/** The texts of an element with those of a part that it shares with others. Made once for an element. */
export function joined<One extends Messages, Other extends Messages>(
  one: Section<One>,
  other: Section<Other>,
): Section<One & Other> {
  const tags = [...new Set([...Object.keys(one.load), ...Object.keys(other.load)])];
  const loadBoth = (tag: string) => async (): Promise<Translation<One & Other>> => {
    const [own, shared] = await Promise.all([one.load[tag]?.(), other.load[tag]?.()]);
    return { ...own, ...shared } as Translation<One & Other>;
  };
  return { en: { ...one.en, ...other.en }, load: Object.fromEntries(tags.map((tag) => [tag, loadBoth(tag)])) };
}

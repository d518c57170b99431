import { fallbacks } from './fallback.js';
import type { Messages } from './message.js';
import type { Section } from './section.js';
import { Texts } from './texts.js';

type Loader = () => Promise<Messages>;

const added = new Map<string, Loader[]>();
const loaded = new Map<Loader, Messages>();

/**
 * Adds a language, or betters the texts of one: keys as in the English sections, any part of them.
 *
 * @example addTexts('de', () => import('./de.js').then(({ de }) => de))
 */
export function addTexts(locale: string, load: Messages | Loader): void {
  const loader = typeof load === 'function' ? load : () => Promise.resolve(load);
  if (typeof load !== 'function') loaded.set(loader, load);
  added.set(locale, [loader, ...(added.get(locale) ?? [])]);
}

/** The texts of some sections if they need no loading any more: always so for English. */
export function textsIfLoaded<En extends Messages>(
  locale: string,
  sections: readonly Section[],
  own: Messages = {},
): Texts<En> | undefined {
  const layers: Messages[] = [own];
  for (const loader of loadersOf(locale, sections)) {
    const messages = loaded.get(loader);
    if (!messages) return undefined;
    layers.push(messages);
  }
  return new Texts<En>(locale, [...layers, ...sections.map(({ en }) => en)]);
}

/** Loads what the texts of some sections need. A language that fails to load is answered in English. */
export async function loadTexts(locale: string, sections: readonly Section[]): Promise<void> {
  await Promise.all(loadersOf(locale, sections).map(load));
}

/** What to load for a locale, the strongest first. English needs nothing but what a host has added to it. */
function loadersOf(locale: string, sections: readonly Section[]): Loader[] {
  const known = new Set([...added.keys(), 'en', ...sections.flatMap((section) => Object.keys(section.load))]);
  const loaders: Loader[] = [];
  for (const tag of fallbacks(locale, [...known])) {
    loaders.push(...(added.get(tag) ?? []));
    if (tag === 'en') break;
    for (const section of sections) {
      const loader = section.load[tag];
      if (loader) loaders.push(loader);
    }
  }
  return loaders;
}

async function load(loader: Loader): Promise<void> {
  if (loaded.has(loader)) return;
  try {
    loaded.set(loader, await loader());
  } catch {
    loaded.set(loader, {}); // English is better than no widget
  }
}

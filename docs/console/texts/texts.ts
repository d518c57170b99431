import { Texts } from '#i18n/texts.js';
import type { Translation } from '#i18n/section.js';
import type { Language } from '../state/console-state.js';
import { en } from './en.js';

/** The console's texts in one language. */
export type ConsoleTexts = Texts<typeof en>;

const loaders: Record<Language, () => Promise<Translation<typeof en>>> = {
  en: () => Promise.resolve(en),
  'zh-CN': () => import('./zh-cn.js').then(({ zhCn }) => zhCn),
  ar: () => import('./ar.js').then(({ ar }) => ar),
};

/** Loads the texts of a language. */
export async function loadConsoleTexts(language: Language): Promise<ConsoleTexts> {
  return new Texts<typeof en>(language, [await loaders[language](), en]);
}

/** Puts the texts into the page: `data-text` is what an element says, `data-label` its accessible name. */
export function writeTexts(root: ParentNode, texts: ConsoleTexts): void {
  for (const element of root.querySelectorAll<HTMLElement>('[data-text]')) {
    element.textContent = texts.find(element.dataset['text']!) ?? '';
  }
  for (const element of root.querySelectorAll<HTMLElement>('[data-label]')) {
    const label = texts.find(element.dataset['label']!) ?? '';
    if (element instanceof HTMLOptGroupElement) element.label = label;
    else element.setAttribute('aria-label', label);
  }
}

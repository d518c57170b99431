import { section } from '../section.js';
import { en } from './en.js';

/** Texts of making a filter. */
export const filterEditorTexts = section(en, {
  'zh-CN': async () => (await import('./zh-cn.js')).zhCn,
  ar: async () => (await import('./ar.js')).ar,
});

/** Keys of the texts of making a filter. */
export type FilterEditorMessages = typeof en;

import { section } from '../section.js';
import { en } from './en.js';

/** Texts of a list of filters. */
export const filterRowsTexts = section(en, {
  'zh-CN': async () => (await import('./zh-cn.js')).zhCn,
  ar: async () => (await import('./ar.js')).ar,
});

/** Keys of the texts of a list of filters. */
export type FilterRowsMessages = typeof en;

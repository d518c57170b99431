import { section } from '../section.js';
import { en } from './en.js';

/** Texts of the filter bar. */
export const filterBarTexts = section(en, {
  'zh-CN': async () => (await import('./zh-cn.js')).zhCn,
  ar: async () => (await import('./ar.js')).ar,
});

/** Keys of the texts of the filter bar. */
export type FilterBarMessages = typeof en;

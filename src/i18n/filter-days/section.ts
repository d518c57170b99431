import { section } from '../section.js';
import { en } from './en.js';

/** Texts of the days of a filter bar. */
export const filterDaysTexts = section(en, {
  'zh-CN': async () => (await import('./zh-cn.js')).zhCn,
  ar: async () => (await import('./ar.js')).ar,
});

/** Keys of the texts of the days of a filter bar. */
export type FilterDaysMessages = typeof en;

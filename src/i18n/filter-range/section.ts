import { section } from '../section.js';
import { en } from './en.js';

/** Texts of choosing a range. */
export const filterRangeTexts = section(en, {
  'zh-CN': async () => (await import('./zh-cn.js')).zhCn,
  ar: async () => (await import('./ar.js')).ar,
});

/** Keys of the texts of choosing a range. */
export type FilterRangeMessages = typeof en;

import { section } from '../section.js';
import { en } from './en.js';

/** Texts of the table of details. */
export const detailTableTexts = section(en, {
  'zh-CN': async () => (await import('./zh-cn.js')).zhCn,
  ar: async () => (await import('./ar.js')).ar,
});

/** Keys of the texts of the table of details. */
export type DetailTableMessages = typeof en;

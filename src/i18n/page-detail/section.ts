import { section } from '../section.js';
import { en } from './en.js';

/** Texts of an opened page. */
export const pageDetailTexts = section(en, {
  'zh-CN': async () => (await import('./zh-cn.js')).zhCn,
  ar: async () => (await import('./ar.js')).ar,
});

/** Keys of the texts of an opened page. */
export type PageDetailMessages = typeof en;

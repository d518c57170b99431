import { section } from '../section.js';
import { en } from './en.js';

/** Texts of the rank of pages. */
export const pageRankTexts = section(en, {
  'zh-CN': async () => (await import('./zh-cn.js')).zhCn,
  ar: async () => (await import('./ar.js')).ar,
});

/** Keys of the texts of the rank of pages. */
export type PageRankMessages = typeof en;

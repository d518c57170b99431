import { section } from '../section.js';
import { en } from './en.js';

/** Texts of the page table. */
export const pageTableTexts = section(en, {
  'zh-CN': async () => (await import('./zh-cn.js')).zhCn,
  ar: async () => (await import('./ar.js')).ar,
});

/** Keys of the texts of the page table. */
export type PageTableMessages = typeof en;

import { section } from '../section.js';
import { en } from './en.js';

/** Texts that all tables share. */
export const tableTexts = section(en, {
  'zh-CN': async () => (await import('./zh-cn.js')).zhCn,
  ar: async () => (await import('./ar.js')).ar,
});

/** Keys of the texts that all tables share. */
export type TableMessages = typeof en;

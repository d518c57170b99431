import { section } from '../section.js';
import { en } from './en.js';

/** Texts that all forms share. */
export const formTexts = section(en, {
  'zh-CN': async () => (await import('./zh-cn.js')).zhCn,
  ar: async () => (await import('./ar.js')).ar,
});

/** Keys of the texts that all forms share. */
export type FormMessages = typeof en;

import { section } from '../section.js';
import { en } from './en.js';

/** Texts that every widget needs. */
export const baseTexts = section(en, {
  'zh-CN': async () => (await import('./zh-cn.js')).zhCn,
  ar: async () => (await import('./ar.js')).ar,
});

/** Keys of the texts that every widget needs. */
export type BaseMessages = typeof en;

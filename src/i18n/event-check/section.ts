import { section } from '../section.js';
import { en } from './en.js';

/** Texts of checking an event. */
export const eventCheckTexts = section(en, {
  'zh-CN': async () => (await import('./zh-cn.js')).zhCn,
  ar: async () => (await import('./ar.js')).ar,
});

/** Keys of the texts of checking an event. */
export type EventCheckMessages = typeof en;

import { section } from '../section.js';
import { en } from './en.js';

/** Texts of checking, testing and publishing an event. */
export const eventTestTexts = section(en, {
  'zh-CN': async () => (await import('./zh-cn.js')).zhCn,
  ar: async () => (await import('./ar.js')).ar,
});

/** Keys of the texts of checking, testing and publishing an event. */
export type EventTestMessages = typeof en;

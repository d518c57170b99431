import { section } from '../section.js';
import { en } from './en.js';

/** Texts of the list of events. */
export const eventListTexts = section(en, {
  'zh-CN': async () => (await import('./zh-cn.js')).zhCn,
  ar: async () => (await import('./ar.js')).ar,
});

/** Keys of the texts of the list of events. */
export type EventListMessages = typeof en;

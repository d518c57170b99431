import { section } from '../section.js';
import { en } from './en.js';

/** Texts of the actions of an event. */
export const eventActionsTexts = section(en, {
  'zh-CN': async () => (await import('./zh-cn.js')).zhCn,
  ar: async () => (await import('./ar.js')).ar,
});

/** Keys of the texts of the actions of an event. */
export type EventActionsMessages = typeof en;

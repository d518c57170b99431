import { section } from '../section.js';
import { en } from './en.js';

/** Texts of what is wrong with the actions of an event. */
export const eventRulesTexts = section(en, {
  'zh-CN': async () => (await import('./zh-cn.js')).zhCn,
  ar: async () => (await import('./ar.js')).ar,
});

/** Keys of the texts of what is wrong with the actions of an event. */
export type EventRulesMessages = typeof en;

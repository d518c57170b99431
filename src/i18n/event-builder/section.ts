import { section } from '../section.js';
import { en } from './en.js';

/** Texts of the event builder. */
export const eventBuilderTexts = section(en, {
  'zh-CN': async () => (await import('./zh-cn.js')).zhCn,
  ar: async () => (await import('./ar.js')).ar,
});

/** Keys of the texts of the event builder. */
export type EventBuilderMessages = typeof en;

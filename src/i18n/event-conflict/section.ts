import { section } from '../section.js';
import { en } from './en.js';

/** Texts of a conflict of two versions of an event. */
export const eventConflictTexts = section(en, {
  'zh-CN': async () => (await import('./zh-cn.js')).zhCn,
  ar: async () => (await import('./ar.js')).ar,
});

/** Keys of the texts of a conflict of two versions of an event. */
export type EventConflictMessages = typeof en;

import { section } from '../section.js';
import { en } from './en.js';

/** Texts of choosing an event, and fields to group by. */
export const pickTexts = section(en, {
  'zh-CN': async () => (await import('./zh-cn.js')).zhCn,
  ar: async () => (await import('./ar.js')).ar,
});

/** Keys of the texts of choosing an event, and fields to group by. */
export type PickMessages = typeof en;

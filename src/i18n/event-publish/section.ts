import { section } from '../section.js';
import { en } from './en.js';

/** Texts of testing and publishing an event. */
export const eventPublishTexts = section(en, {
  'zh-CN': async () => (await import('./zh-cn.js')).zhCn,
  ar: async () => (await import('./ar.js')).ar,
});

/** Keys of the texts of testing and publishing an event. */
export type EventPublishMessages = typeof en;

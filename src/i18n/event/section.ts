import { section } from '../section.js';
import { en } from './en.js';

/** Words of event definitions. */
export const eventTexts = section(en, {
  'zh-CN': async () => (await import('./zh-cn.js')).zhCn,
  ar: async () => (await import('./ar.js')).ar,
});

/** Keys of the words of event definitions. */
export type EventMessages = typeof en;

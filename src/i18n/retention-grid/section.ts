import { section } from '../section.js';
import { en } from './en.js';

/** Texts of the retention grid. */
export const retentionGridTexts = section(en, {
  'zh-CN': async () => (await import('./zh-cn.js')).zhCn,
  ar: async () => (await import('./ar.js')).ar,
});

/** Keys of the texts of the retention grid. */
export type RetentionGridMessages = typeof en;

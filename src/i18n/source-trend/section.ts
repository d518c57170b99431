import { section } from '../section.js';
import { en } from './en.js';

/** Texts of the trend of sources. */
export const sourceTrendTexts = section(en, {
  'zh-CN': async () => (await import('./zh-cn.js')).zhCn,
  ar: async () => (await import('./ar.js')).ar,
});

/** Keys of the texts of the trend of sources. */
export type SourceTrendMessages = typeof en;

import { section } from '../section.js';
import { en } from './en.js';

/** Texts of a zoom. */
export const trendZoomTexts = section(en, {
  'zh-CN': async () => (await import('./zh-cn.js')).zhCn,
  ar: async () => (await import('./ar.js')).ar,
});

/** Keys of the texts of a zoom. */
export type TrendZoomMessages = typeof en;

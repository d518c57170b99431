import { section } from '../section.js';
import { en } from './en.js';

/** Texts of the trend chart. */
export const trendChartTexts = section(en, {
  'zh-CN': async () => (await import('./zh-cn.js')).zhCn,
  ar: async () => (await import('./ar.js')).ar,
});

/** Keys of the texts of the trend chart. */
export type TrendChartMessages = typeof en;

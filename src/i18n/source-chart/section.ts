import { section } from '../section.js';
import { en } from './en.js';

/** Texts of the chart of sources. */
export const sourceChartTexts = section(en, {
  'zh-CN': async () => (await import('./zh-cn.js')).zhCn,
  ar: async () => (await import('./ar.js')).ar,
});

/** Keys of the texts of the chart of sources. */
export type SourceChartMessages = typeof en;

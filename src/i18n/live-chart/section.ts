import { section } from '../section.js';
import { en } from './en.js';

/** Texts of the live chart. */
export const liveChartTexts = section(en, {
  'zh-CN': async () => (await import('./zh-cn.js')).zhCn,
  ar: async () => (await import('./ar.js')).ar,
});

/** Keys of the texts of the live chart. */
export type LiveChartMessages = typeof en;

import { section } from '../section.js';
import { en } from './en.js';

/** Texts of the metric card. */
export const metricCardTexts = section(en, {
  'zh-CN': async () => (await import('./zh-cn.js')).zhCn,
  ar: async () => (await import('./ar.js')).ar,
});

/** Keys of the texts of the metric card. */
export type MetricCardMessages = typeof en;

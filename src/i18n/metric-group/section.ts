import { section } from '../section.js';
import { en } from './en.js';

/** Texts of a group of cards. */
export const metricGroupTexts = section(en, {
  'zh-CN': async () => (await import('./zh-cn.js')).zhCn,
  ar: async () => (await import('./ar.js')).ar,
});

/** Keys of the texts of a group of cards. */
export type MetricGroupMessages = typeof en;

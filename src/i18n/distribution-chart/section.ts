import { section } from '../section.js';
import { en } from './en.js';

/** Texts of a distribution. */
export const distributionChartTexts = section(en, {
  'zh-CN': async () => (await import('./zh-cn.js')).zhCn,
  ar: async () => (await import('./ar.js')).ar,
});

/** Keys of the texts of a distribution. */
export type DistributionChartMessages = typeof en;

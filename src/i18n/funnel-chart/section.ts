import { section } from '../section.js';
import { en } from './en.js';

/** Texts of a funnel. */
export const funnelChartTexts = section(en, {
  'zh-CN': async () => (await import('./zh-cn.js')).zhCn,
  ar: async () => (await import('./ar.js')).ar,
});

/** Keys of the texts of a funnel. */
export type FunnelChartMessages = typeof en;

import { section } from '../section.js';
import { en } from './en.js';

/** Texts of the overview table. */
export const overviewTableTexts = section(en, {
  'zh-CN': async () => (await import('./zh-cn.js')).zhCn,
  ar: async () => (await import('./ar.js')).ar,
});

/** Keys of the texts of the overview table. */
export type OverviewTableMessages = typeof en;

import { section } from '../section.js';
import { en } from './en.js';

/** Texts of the event analysis. */
export const eventAnalysisTexts = section(en, {
  'zh-CN': async () => (await import('./zh-cn.js')).zhCn,
  ar: async () => (await import('./ar.js')).ar,
});

/** Keys of the texts of the event analysis. */
export type EventAnalysisMessages = typeof en;

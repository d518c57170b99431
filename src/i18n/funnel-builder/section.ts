import { section } from '../section.js';
import { en } from './en.js';

/** Texts of making a funnel. */
export const funnelBuilderTexts = section(en, {
  'zh-CN': async () => (await import('./zh-cn.js')).zhCn,
  ar: async () => (await import('./ar.js')).ar,
});

/** Keys of the texts of making a funnel. */
export type FunnelBuilderMessages = typeof en;

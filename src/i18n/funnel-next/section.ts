import { section } from '../section.js';
import { en } from './en.js';

/** Texts about those who left a funnel. */
export const funnelNextTexts = section(en, {
  'zh-CN': async () => (await import('./zh-cn.js')).zhCn,
  ar: async () => (await import('./ar.js')).ar,
});

/** Keys of the texts about those who left a funnel. */
export type FunnelNextMessages = typeof en;

import { section } from '../section.js';
import { en } from './en.js';

/** Texts about a funnel that others have saved or deleted meanwhile. */
export const funnelConflictTexts = section(en, {
  'zh-CN': async () => (await import('./zh-cn.js')).zhCn,
  ar: async () => (await import('./ar.js')).ar,
});

/** Keys of the texts about a funnel that others have saved or deleted meanwhile. */
export type FunnelConflictMessages = typeof en;

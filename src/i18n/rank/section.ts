import { section } from '../section.js';
import { en } from './en.js';

/** Texts that all lists of values share. */
export const rankTexts = section(en, {
  'zh-CN': async () => (await import('./zh-cn.js')).zhCn,
  ar: async () => (await import('./ar.js')).ar,
});

/** Keys of the texts that all lists of values share. */
export type RankMessages = typeof en;

import type { Translation } from '../section.js';
import type { en } from './en.js';

/** Simplified Chinese. */
export const zhCn: Translation<typeof en> = {
  'funnelConflict.gone': '此漏斗已被他人删除。可另存为新漏斗，或放弃。',
  'funnelConflict.conflict': '此漏斗已被他人保存',
  'funnelConflict.conflictBy': '{author} 已保存此漏斗',
  'funnelConflict.mine': '您的版本',
  'funnelConflict.theirs': '对方的版本',
  'funnelConflict.keepMine': '用您的版本覆盖',
  'funnelConflict.takeTheirs': '采用对方的版本',
};

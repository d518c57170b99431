import type { Translation } from '../section.js';
import type { en } from './en.js';

/** Simplified Chinese. */
export const zhCn: Translation<typeof en> = {
  'conflict.title': '其他人已保存',
  'conflict.by': '{name} 于 {time} 保存。请选择保留哪个版本。',
  'conflict.someone': '某人',
  'conflict.yours': '您的版本',
  'conflict.theirs': '对方的版本',
  'conflict.keepMine': '用我的版本覆盖',
  'conflict.takeTheirs': '采用对方版本',
  'conflict.later': '稍后决定',
};

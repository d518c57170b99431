import type { Translation } from '../section.js';
import type { en } from './en.js';

/** Simplified Chinese. */
export const zhCn: Translation<typeof en> = {
  'zoom.whole': '整个范围',
  'zoom.marked': '已选中 {range}',
  'zoom.in': '已放大到 {range}',
  'zoom.out': '已恢复整个范围：{range}',
};

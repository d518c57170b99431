import type { Translation } from '../section.js';
import type { en } from './en.js';

/** Simplified Chinese. */
export const zhCn: Translation<typeof en> = {
  'filter.loading': '加载中…',
  'filter.failed': '加载失败。',
  'filter.apply': '应用',
  'filter.add': '添加筛选',
  'filter.edit': '筛选条件',
  'filter.remove': '移除筛选：{filter}',
  'filter.removed': '已移除筛选',
};

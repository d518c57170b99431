import type { Translation } from '../section.js';
import type { en } from './en.js';

/** Simplified Chinese. */
export const zhCn: Translation<typeof en> = {
  'filter.range': '时间范围',
  'filter.range.choose': '选择时间范围',
  'filter.range.today': '今天',
  'filter.range.yesterday': '昨天',
  'filter.range.last_7_days': '最近 7 天',
  'filter.range.last_15_days': '最近 15 天',
  'filter.range.last_30_days': '最近 30 天',
  'filter.range.last_90_days': '最近 90 天',
  'filter.range.custom': '自定义日期…',
};

import type { Translation } from '../section.js';
import type { en } from './en.js';

/** Simplified Chinese. */
export const zhCn: Translation<typeof en> = {
  'group.metrics': '指标',
  'group.today': '今日，{day}',
  'group.yesterday': '昨日，{day}',
  'group.dayWeekMonth': '对比前一日、上周和上月',
  'group.against': '对比 {names}',
  'group.csv': '下载全部卡片',
  'group.file': '指标',
};

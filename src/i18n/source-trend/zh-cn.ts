import type { Translation } from '../section.js';
import type { en } from './en.js';

/** Simplified Chinese. */
export const zhCn: Translation<typeof en> = {
  'sourceTrend.title': '{metric}（按来源）',
  'sourceTrend.metric': '指标',
  'sourceTrend.choose': '来源',
  'sourceTrend.search': '搜索来源',
  'sourceTrend.most': '最多同时显示 {count} 个',
  'sourceTrend.usual': '最常见的来源',
  'sourceTrend.loading': '正在加载来源',
  'sourceTrend.failed': '来源加载失败。',
  'sourceTrend.none': '此范围内没有任何来源。',
  'sourceTrend.noMatch': '没有匹配的来源。',
};

import type { Translation } from '../section.js';
import type { en } from './en.js';

/** Simplified Chinese. */
export const zhCn: Translation<typeof en> = {
  'overview.title': '全部指标',
  'overview.metric': '指标',
  'overview.value': '数值',
  'overview.withUnit': '{name}（{unit}）',
  'overview.lowHigh': '最低 – 最高',
  'overview.low': '近 30 日最低',
  'overview.high': '近 30 日最高',
  'overview.between': '{range}：介于 {low} 与 {high} 之间',
  'overview.before': '对比值（{kind}）',
  'overview.growth': '增长（{kind}）',
  'overview.file': '概览',
  'overview.partial': '今日截至 {time}',
};

import type { Translation } from '../section.js';
import type { en } from './en.js';

/** Simplified Chinese. */
export const zhCn: Translation<typeof en> = {
  'card.today': '今日截至 {time}。',
  'card.soFar': '数据截至 {time}。',
  'card.growthLater': '增长将在零点后给出。',
  'card.future': '该日尚未开始。',
  'card.notYet': '尚未统计。',
  'card.suppressed': '人数过少，不予显示。',
  'card.unavailable': '此数据源不统计该指标。',
  'card.noValue': '无数值',
  'card.empty': '该时段没有可统计的数据。',
  'card.history': '{range}：最低 {low}，最高 {high}',
};

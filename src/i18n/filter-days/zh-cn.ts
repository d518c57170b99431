import type { Translation } from '../section.js';
import type { en } from './en.js';

/** Simplified Chinese. */
export const zhCn: Translation<typeof en> = {
  'filter.days.first': '开始日期',
  'filter.days.last': '结束日期',
  'filter.days.count': { other: '{count} 天' },
  'filter.days.previous': '更早的月份',
  'filter.days.next': '更晚的月份',
  'filter.days.dots': '带点的日期有数据：{range}。',
  'filter.days.noneHere': '{day}没有数据',
  'filter.days.missing': '请选择开始和结束日期。',
  'filter.days.reversed': '结束日期早于开始日期。',
  'filter.days.future': '结束日期尚未到来。',
  'filter.days.tooMany': '最多 {count} 天。',
};

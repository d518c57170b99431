import type { Translation } from '../section.js';
import type { en } from './en.js';

/** Simplified Chinese. */
export const zhCn: Translation<typeof en> = {
  'dist.of.visit_duration': '访问时长分布',
  'dist.of.visit_depth': '访问深度分布',
  'dist.of.opens_per_user': '人均打开次数分布',
  'dist.by.visit_duration': '各停留时长的打开次数，单位：秒',
  'dist.by.visit_depth': '各访问页数的打开次数',
  'dist.by.opens_per_user': '各打开次数的用户数',
  'dist.by': '按{dimension}统计的{metric}',
  'dist.total': '{metric} {value}',
  'dist.name.visit_duration': '秒',
  'dist.name.visit_depth': '页数',
  'dist.name.opens_per_user': '打开次数',
  'dist.span': '{from}–{to}',
  'dist.over': '> {last}',
  'dist.others': { other: '其余 {count} 项' },
  'dist.tableOf': '{title}（表格）',
  'dist.empty': '该时段没有打开记录',
};

import type { Translation } from '../section.js';
import type { en } from './en.js';

/** Simplified Chinese. */
export const zhCn: Translation<typeof en> = {
  'sources.title': '来源',
  'sources.source': '来源',
  'sources.by.opens': '各来源的打开次数',
  'sources.by.visits': '各来源的访问次数',
  'sources.by.active_users': '各来源的用户数，同一用户可来自多个来源',
  'sources.by.new_users': '各来源的新增用户数',
  'sources.opens': '打开次数',
  'sources.visits': '访问次数',
  'sources.active_users': '用户数',
  'sources.new_users': '新增用户',
  'sources.others': { other: '其余 {count} 个来源' },
  'sources.scenes': '场景值 {scenes}',
  'sources.metric': '绘制指标',
  'sources.display': '显示',
  'sources.figures': '数值',
  'sources.figures.both': '数量和占比',
  'sources.figures.count': '数量',
  'sources.figures.share': '占比',
  'sources.rows': '来源数',
  'sources.empty': '该时段无人访问',
  'sources.forbidden': '您无权查看来源数据',
  'sources.file': '来源',
};

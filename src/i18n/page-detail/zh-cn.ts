import type { Translation } from '../section.js';
import type { en } from './en.js';

/** The same in Chinese. */
export const zhCn: Translation<typeof en> = {
  'page.detail.of': '{page} 详情',
  'page.detail.trend': '访问与退出次数',
  'page.detail.sources': '访问来源',
  'page.detail.source': '来源',
  'page.detail.others': { other: '其他 {count} 个来源' },
  'page.detail.loading': '正在加载该页面的数据',
  'page.detail.empty': '该时段内没有人访问此页面',
};

import type { Translation } from '../section.js';
import type { en } from './en.js';

/** Simplified Chinese. */
export const zhCn: Translation<typeof en> = {
  'pageRank.page': '页面',
  'pageRank.by.page_visits': '热门访问页面',
  'pageRank.by.entries': '热门入口页面',
  'pageRank.by.exits': '热门退出页面',
  'pageRank.by.page_shares': '分享最多的页面',
  'pageRank.page_visits': '访问次数',
  'pageRank.entries': '入口次数',
  'pageRank.exits': '退出次数',
  'pageRank.page_shares': '分享次数',
  'pageRank.others': { other: '其他 {count} 个页面' },
  'pageRank.empty': '没有页面被访问',
  'pageRank.forbidden': '您无权查看页面数据',
  'pageRank.file': '热门页面',
};

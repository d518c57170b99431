import type { Translation } from '../section.js';
import type { en } from './en.js';

/** Simplified Chinese. */
export const zhCn: Translation<typeof en> = {
  'table.of': '{title}，{range}',
  'table.total': '合计',
  'table.withUnit': '{name}（{unit}）',
  'table.columns': '列',
  'table.reset': '恢复默认列',
  'table.sort': '排序方式',
  'table.descending': '从高到低',
  'table.ascending': '从低到高',
  'table.sorted': '已按{name}排序，{direction}',
  'table.paging': '列表分页',
  'table.span': '{first}–{last} / {total}',
  'table.previous': '上一部分',
  'table.next': '下一部分',
  'table.fileFailed': '无法生成文件。',
  'table.fileOrder': '排序',
};

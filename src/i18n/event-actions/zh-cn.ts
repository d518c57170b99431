import type { Translation } from '../section.js';
import type { en } from './en.js';

/** Simplified Chinese. */
export const zhCn: Translation<typeof en> = {
  'actions.report.once': '全部数据在一条记录中',
  'actions.report.stepwise': '每一步一条记录',
  'actions.page': '留空：所有页面',
  'actions.element': '其 id 或选择器，如 #add',
  'actions.elementMaybe': '留空：任意元素',
  'actions.add': '添加动作',
  'actions.addField': '添加字段',
  'actions.countOf': '{count}/{most}',
  'actions.remove': '移除',
  'actions.removeOf': '移除{name}',
  'actions.code': '使用此调用上报',
  'actions.copy': '复制代码',
  'actions.copied': '已复制',
};

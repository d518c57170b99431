import type { Translation } from '../section.js';
import type { en } from './en.js';

/** Simplified Chinese. */
export const zhCn: Translation<typeof en> = {
  'filter.field': '字段',
  'filter.property': '事件属性',
  'filter.propertyName': '属性名称',
  'filter.operator': '条件',
  'filter.value': '值',
  'filter.values': '值',
  'filter.search': '搜索或输入值',
  'filter.noValues': '没有匹配的值。',
  'filter.typed': '按输入的内容',
  'filter.operator.eq': '等于',
  'filter.operator.ne': '不等于',
  'filter.operator.in': '属于',
  'filter.operator.not_in': '不属于',
  'filter.operator.contains': '包含',
  'filter.operator.gt': '大于',
  'filter.operator.gte': '大于等于',
  'filter.operator.lt': '小于',
  'filter.operator.lte': '小于等于',
  'filter.operator.set': '有值',
  'filter.operator.not_set': '无值',
};

import type { Translation } from '../section.js';
import type { en } from './en.js';

/** Simplified Chinese. */
export const zhCn: Translation<typeof en> = {
  'rules.text_too_long': '最多 {count} 个字符。',
  'rules.field_missing': '请填写字段名，或移除该字段。',
  'rules.action_missing': '请至少添加一个动作。',
  'rules.element_missing': '点击需要指定元素。',
  'rules.element_unfit': '此触发条件没有元素。',
  'rules.field_pattern': '以字母或 _ 开头；其后为字母、数字、_；最多 64 个。',
  'rules.field_twice': '“{value}”在此动作中重复。',
  'rules.type_differs': '“{field}”在前面的动作中类型不同。',
  'rules.from_missing': '请填写取值来源。',
  'rules.fieldNumber': '字段 {number}',
  'rules.place': '{action}，{field}',
  'rules.part.field': '字段',
  'rules.part.type': '类型',
  'rules.part.from': '取值来源',
};

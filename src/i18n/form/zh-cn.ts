import type { Translation } from '../section.js';
import type { en } from './en.js';

/** Simplified Chinese. */
export const zhCn: Translation<typeof en> = {
  'form.faults': { other: '有 {count} 处需要修改' },
  'form.move': '移动{name}',
  'form.moveHelp': '拖动，或按方向键',
  'form.moved': '{name}：现为第 {place} 项，共 {total} 项',
  'form.unsaved': '未保存',
  'form.cancel': '取消',
  'form.leave.title': '不保存就离开？',
  'form.leave.text': '您在此处所做的修改尚未保存。',
  'form.leave.stay': '继续编辑',
  'form.leave.go': '离开',
};

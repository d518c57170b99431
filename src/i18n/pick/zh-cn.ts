import type { Translation } from '../section.js';
import type { en } from './en.js';

/** Simplified Chinese. */
export const zhCn: Translation<typeof en> = {
  'pick.event': '事件',
  'pick.event.choose': '选择事件',
  'pick.event.search': '搜索事件',
  'pick.event.none': '没有匹配的事件。',
  'pick.event.draft': '未发布',
  'pick.group': '分组',
  'pick.group.and': '再按',
  'pick.group.nothing': '不分组',
  'pick.group.search': '搜索字段，或输入属性名',
  'pick.group.none': '没有匹配的字段。',
  'pick.group.property': '事件属性',
};

import type { Translation } from '../section.js';
import type { en } from './en.js';

/** Simplified Chinese. */
export const zhCn: Translation<typeof en> = {
  'funnelNext.title': '流失用户转而做了什么',
  'funnelNext.titleLast': '完成之后做了什么',
  'funnelNext.left': { other: '{users} 人在第 {number} 步“{name}”之后流失' },
  'funnelNext.through': { other: '{users} 人完成全部步骤' },
  'funnelNext.note': '每人随后的五个事件；同一用户可出现在多行',
  'funnelNext.event': '事件',
  'funnelNext.users': '用户数',
  'funnelNext.share': '占比',
  'funnelNext.next': '紧接其后',
  'funnelNext.nextHint': '下一个事件恰为此事件的用户数',
  'funnelNext.ended': '该时段内再无其他事件',
  'funnelNext.nobody': '此步之后无人流失。',
  'funnelNext.nobodyThrough': '无人完成全部步骤。',
  'funnelNext.more': { other: '另有 {count} 个事件' },
  'funnelNext.failed': '无法加载。',
  'funnelNext.loading': '正在加载后续行为',
};

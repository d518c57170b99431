import type { Translation } from '../section.js';
import type { en } from './en.js';

/** Simplified Chinese. */
export const zhCn: Translation<typeof en> = {
  'publish.title': '保存、测试、发布',
  'publish.hint': '测试只列出匹配的记录，不计入统计。发布后开始统计。',
  'publish.needsCheck': '请先检查字段：此配置尚未检查。',
  'publish.needsPublish': '发布需要权限 {permission}。请联系管理员。',
  'publish.saveTest': '保存并测试',
  'publish.savePublish': '保存并发布',
  'publish.records': '测试记录',
  'publish.waiting': '等待记录。请在应用中执行此事件描述的操作。',
  'publish.lost': '暂时无法获取记录；将继续尝试。',
  'publish.received': '接收时间',
  'publish.user': '用户',
  'publish.filled': '已填充',
  'publish.failed': '失败',
  'publish.reason': '{field}：{reason}',
  'publish.reason.missing': '缺失',
  'publish.reason.type': '收到{got}，应为{type}',
  'publish.done': '已发布，自现在起计入统计。',
  'publish.count': { other: '{count} 条记录' },
};

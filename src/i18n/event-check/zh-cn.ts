import type { Translation } from '../section.js';
import type { en } from './en.js';

/** Simplified Chinese. */
export const zhCn: Translation<typeof en> = {
  'check.title': '字段',
  'check.hint': '按规则和已采集数据进行检查。测试和发布前必须完成。',
  'check.go': '检查字段',
  'check.again': '重新检查',
  'check.checking': '正在检查…',
  'check.changed': '上次检查后有改动。',
  'check.passed': '检查已通过。',
  'check.noFields': '此事件没有自定义字段。',
  'check.sample': '最常见的值',
  'check.result': '检查',
  'check.seen': '已按预期采集',
  'check.unseen': '尚未出现',
  'check.arrives': '收到{arrives}，应为{type}',
  'check.makeType': '改为{type}',
  'check.dryRun': '试算',
  'check.dryRunHint': '过去 7 天内有多少事件会匹配。',
  'check.dryRunUnsaved': '请先保存：试算针对已保存的内容。',
  'check.dryRunGo': '计算',
  'check.day': '日期',
  'check.matched': '匹配',
  'check.dryRunFailed': '无法计算。',
  'check.matchedCount': { other: '{count} 个事件会匹配' },
};

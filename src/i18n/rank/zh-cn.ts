import type { Translation } from '../section.js';
import type { en } from './en.js';

/** Simplified Chinese. */
export const zhCn: Translation<typeof en> = {
  'rank.of': '{title}，{range}',
  'rank.notSet': '未设置',
  'rank.total': '合计',
  'rank.share': '占比',
  'rank.shareOf': '{metric}占比',
  'rank.ofUsers': '占用户数',
  'rank.ofUsersHint': '占全部用户数的比例。同一用户可出现在多行，因此各行比例之和大于 100%。',
  'rank.change': '变化',
  'rank.changeAgainst': '较 {range} 的变化',
  'rank.against': '对比 {range}',
  'rank.key': '编号',
  'rank.app': '应用',
  'rank.compared': '对比时段',
  'rank.withUnit': '{name}（{unit}）',
  'rank.before': '{name}（对比时段）',
  'rank.fileFailed': '无法生成文件。',
  'rank.changeOf': '{name}（变化）',
};

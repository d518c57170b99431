import type { Translation } from '../section.js';
import type { en } from './en.js';

/** Simplified Chinese. */
export const zhCn: Translation<typeof en> = {
  'detail.title': '明细数据',
  'detail.against': '对比 {range}',
  'detail.time': '时间',
  'detail.previous': '对比值',
  'detail.change': '变化',
  'detail.whole': '整个时段',
  'detail.notSum': '按整个时段统计：用户只计一次，因此不一定等于各行之和。',
  'detail.error': '明细数据加载失败',
  'detail.forbidden': '您无权查看这些明细数据',
  'detail.empty': '该时段没有统计到数据',
  'detail.file': '明细数据',
};

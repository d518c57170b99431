import type { Translation } from '../section.js';
import type { en } from './en.js';

/** Arabic. */
export const ar: Translation<typeof en> = {
  'conflict.title': 'حفظ شخص آخر في هذه الأثناء',
  'conflict.by': 'حفظه {name} في {time}. اختر النسخة الباقية.',
  'conflict.someone': 'شخص ما',
  'conflict.yours': 'نسختك',
  'conflict.theirs': 'نسخته',
  'conflict.keepMine': 'احفظ نسختي فوقها',
  'conflict.takeTheirs': 'خذ نسخته',
  'conflict.later': 'لاحقًا',
};

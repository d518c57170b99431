import type { Translation } from '../section.js';
import type { en } from './en.js';

/** Arabic. */
export const ar: Translation<typeof en> = {
  'filter.range': 'الفترة',
  'filter.range.choose': 'اختر فترة',
  'filter.range.today': 'اليوم',
  'filter.range.yesterday': 'أمس',
  'filter.range.last_7_days': 'آخر 7 أيام',
  'filter.range.last_15_days': 'آخر 15 يومًا',
  'filter.range.last_30_days': 'آخر 30 يومًا',
  'filter.range.last_90_days': 'آخر 90 يومًا',
  'filter.range.custom': 'اختيار الأيام…',
};

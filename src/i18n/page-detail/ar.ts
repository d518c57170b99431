import type { Translation } from '../section.js';
import type { en } from './en.js';

/** The same in Arabic. */
export const ar: Translation<typeof en> = {
  'detail.of': 'عن {page}',
  'detail.trend': 'الزيارات ومرات الخروج',
  'detail.sources': 'من أين تأتي الزيارات',
  'detail.source': 'المصدر',
  'detail.others': {
    zero: 'لا مصادر أخرى',
    one: 'مصدر واحد آخر',
    two: 'مصدران آخران',
    few: '{count} مصادر أخرى',
    many: '{count} مصدرًا آخر',
    other: '{count} مصدر آخر',
  },
  'detail.loading': 'جارٍ تحميل ما يُعرف عن هذه الصفحة',
  'detail.empty': 'لم يزر أحد هذه الصفحة في هذا النطاق',
};

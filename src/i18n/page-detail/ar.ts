import type { Translation } from '../section.js';
import type { en } from './en.js';

/** The same in Arabic. */
export const ar: Translation<typeof en> = {
  'page.detail.of': 'عن {page}',
  'page.detail.trend': 'الزيارات ومرات الخروج',
  'page.detail.sources': 'من أين تأتي الزيارات',
  'page.detail.source': 'المصدر',
  'page.detail.others': {
    zero: 'لا مصادر أخرى',
    one: 'مصدر واحد آخر',
    two: 'مصدران آخران',
    few: '{count} مصادر أخرى',
    many: '{count} مصدرًا آخر',
    other: '{count} مصدر آخر',
  },
  'page.detail.loading': 'جارٍ تحميل ما يُعرف عن هذه الصفحة',
  'page.detail.empty': 'لم يزر أحد هذه الصفحة في هذا النطاق',
};

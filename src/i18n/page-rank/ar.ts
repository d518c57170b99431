import type { Translation } from '../section.js';
import type { en } from './en.js';

/** Arabic. */
export const ar: Translation<typeof en> = {
  'pageRank.page': 'الصفحة',
  'pageRank.by.page_visits': 'الصفحات الأكثر زيارة',
  'pageRank.by.entries': 'أبرز صفحات الدخول',
  'pageRank.by.exits': 'أبرز صفحات الخروج',
  'pageRank.by.page_shares': 'الصفحات الأكثر مشاركة',
  'pageRank.page_visits': 'الزيارات',
  'pageRank.entries': 'مرات الدخول',
  'pageRank.exits': 'مرات الخروج',
  'pageRank.page_shares': 'المشاركات',
  'pageRank.others': {
    zero: 'لا صفحات أخرى',
    one: 'صفحة أخرى واحدة',
    two: 'صفحتان أخريان',
    few: '{count} صفحات أخرى',
    many: '{count} صفحة أخرى',
    other: '{count} صفحة أخرى',
  },
  'pageRank.empty': 'لم تُزَر أي صفحة',
  'pageRank.forbidden': 'لا يمكنك عرض الصفحات',
  'pageRank.file': 'أبرز الصفحات',
};

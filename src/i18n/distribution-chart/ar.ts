import type { Translation } from '../section.js';
import type { en } from './en.js';

/** Arabic. */
export const ar: Translation<typeof en> = {
  'dist.of.visit_duration': 'مدة الزيارة',
  'dist.of.visit_depth': 'عمق الزيارة',
  'dist.of.opens_per_user': 'مرات الفتح لكل مستخدم',
  'dist.by.visit_duration': 'مرات الفتح بحسب مدة البقاء بالثواني',
  'dist.by.visit_depth': 'مرات الفتح بحسب عدد الصفحات',
  'dist.by.opens_per_user': 'المستخدمون بحسب عدد مرات الفتح',
  'dist.by': '{metric} بحسب {dimension}',
  'dist.total': '{value} {metric}',
  'dist.name.visit_duration': 'الثواني',
  'dist.name.visit_depth': 'الصفحات',
  'dist.name.opens_per_user': 'مرات الفتح',
  'dist.span': '{from}–{to}',
  'dist.over': '> {last}',
  'dist.others': {
    zero: 'لا شيء آخر',
    one: 'واحد آخر',
    two: 'اثنان آخران',
    few: '{count} أخرى',
    many: '{count} أخرى',
    other: '{count} أخرى',
  },
  'dist.tableOf': '{title}، جدولًا',
  'dist.empty': 'لا مرات فتح في هذه الفترة',
};

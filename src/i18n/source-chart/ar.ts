import type { Translation } from '../section.js';
import type { en } from './en.js';

/** Arabic. */
export const ar: Translation<typeof en> = {
  'sources.title': 'المصادر',
  'sources.source': 'المصدر',
  'sources.by.opens': 'مرات الفتح بحسب طريقة الدخول',
  'sources.by.visits': 'زيارات الصفحات بحسب طريقة الدخول',
  'sources.by.active_users': 'المستخدمون بحسب طريقة دخولهم، وقد يدخل المستخدم بأكثر من طريقة',
  'sources.by.new_users': 'المستخدمون الجدد بحسب طريقة دخولهم',
  'sources.opens': 'مرات الفتح',
  'sources.visits': 'الزيارات',
  'sources.active_users': 'المستخدمون',
  'sources.new_users': 'المستخدمون الجدد',
  'sources.others': {
    zero: 'لا مصادر أخرى',
    one: 'مصدر آخر واحد',
    two: 'مصدران آخران',
    few: '{count} مصادر أخرى',
    many: '{count} مصدرًا آخر',
    other: '{count} مصدر آخر',
  },
  'sources.scenes': 'المشاهد {scenes}',
  'sources.metric': 'المقياس المرسوم',
  'sources.display': 'العرض',
  'sources.figures': 'الأرقام',
  'sources.figures.both': 'العدد والحصة',
  'sources.figures.count': 'العدد',
  'sources.figures.share': 'الحصة',
  'sources.rows': 'عدد المصادر',
  'sources.empty': 'لم يدخل أحد في هذه الفترة',
  'sources.forbidden': 'لا يمكنك عرض المصادر',
  'sources.file': 'المصادر',
};

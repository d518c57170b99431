import type { Translation } from '../section.js';
import type { en } from './en.js';

/** Arabic. */
export const ar: Translation<typeof en> = {
  'funnelNext.title': 'ماذا فعلوا بدلًا من ذلك',
  'funnelNext.titleLast': 'ماذا فعلوا بعد ذلك',
  'funnelNext.left': {
    zero: 'لم يغادر أحد بعد الخطوة {number}، {name}',
    one: 'غادر مستخدم واحد بعد الخطوة {number}، {name}',
    two: 'غادر مستخدمان بعد الخطوة {number}، {name}',
    few: 'غادر {users} مستخدمين بعد الخطوة {number}، {name}',
    many: 'غادر {users} مستخدمًا بعد الخطوة {number}، {name}',
    other: 'غادر {users} مستخدم بعد الخطوة {number}، {name}',
  },
  'funnelNext.through': {
    zero: 'لم يكمل أحد',
    one: 'أكمل مستخدم واحد',
    two: 'أكمل مستخدمان',
    few: 'أكمل {users} مستخدمين',
    many: 'أكمل {users} مستخدمًا',
    other: 'أكمل {users} مستخدم',
  },
  'funnelNext.note': 'الأحداث الخمسة التالية لكل منهم؛ قد يظهر المستخدم في عدة صفوف',
  'funnelNext.event': 'الحدث',
  'funnelNext.users': 'المستخدمون',
  'funnelNext.share': 'منهم',
  'funnelNext.next': 'مباشرةً بعدها',
  'funnelNext.nextHint': 'المستخدمون الذين كان هذا حدثهم التالي مباشرةً',
  'funnelNext.ended': 'لا شيء آخر في المدة',
  'funnelNext.nobody': 'لم يغادر أحد بعد هذه الخطوة.',
  'funnelNext.nobodyThrough': 'لم يكمل أحد.',
  'funnelNext.more': {
    zero: 'لا أحداث أخرى',
    one: 'حدث آخر',
    two: 'حدثان آخران',
    few: '{count} أحداث أخرى',
    many: '{count} حدثًا آخر',
    other: '{count} حدث آخر',
  },
  'funnelNext.failed': 'تعذّر التحميل.',
  'funnelNext.loading': 'جارٍ تحميل ما فعلوه',
};

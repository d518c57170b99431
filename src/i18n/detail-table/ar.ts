import type { Translation } from '../section.js';
import type { en } from './en.js';

/** Arabic. */
export const ar: Translation<typeof en> = {
  'detail.title': 'التفاصيل',
  'detail.against': 'مقارنةً بـ {range}',
  'detail.time': 'الوقت',
  'detail.previous': 'سابقًا',
  'detail.change': 'التغيّر',
  'detail.whole': 'الفترة كاملة',
  'detail.notSum': 'محسوب على الفترة كاملة: يُعدّ كل مستخدم مرة واحدة، فلا يلزم أن يساوي مجموع الصفوف.',
  'detail.error': 'تعذّر تحميل التفاصيل',
  'detail.forbidden': 'لا يمكنك عرض هذه التفاصيل',
  'detail.empty': 'لم يُسجَّل شيء في هذه الفترة',
  'detail.file': 'details',
};

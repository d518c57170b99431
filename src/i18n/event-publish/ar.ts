import type { Translation } from '../section.js';
import type { en } from './en.js';

/** Arabic. */
export const ar: Translation<typeof en> = {
  'publish.title': 'حفظ واختبار ونشر',
  'publish.hint': 'يسرد الاختبار السجلات المطابقة دون احتساب. بعد النشر يُحتسب ما يصل.',
  'publish.needsCheck': 'افحص الحقول أولاً: لم يُفحص هذا الإعداد.',
  'publish.needsPublish': 'النشر يتطلب الصلاحية {permission}. اطلبها من المسؤول.',
  'publish.saveTest': 'حفظ واختبار',
  'publish.savePublish': 'حفظ ونشر',
  'publish.records': 'سجلات الاختبار',
  'publish.waiting': 'في انتظار السجلات. نفّذ في التطبيق ما يصفه هذا الحدث.',
  'publish.lost': 'تعذّر جلب السجلات الآن؛ ستستمر المحاولة.',
  'publish.received': 'الوصول',
  'publish.user': 'المستخدم',
  'publish.filled': 'المعبأ',
  'publish.failed': 'الفاشل',
  'publish.reason': '{field}: {reason}',
  'publish.reason.missing': 'مفقود',
  'publish.reason.type': '{got} بدلاً من {type}',
  'publish.done': 'نُشر. يُحتسب من الآن.',
  'publish.count': {
    zero: 'لا سجلات',
    one: 'سجل واحد',
    two: 'سجلان',
    few: '{count} سجلات',
    many: '{count} سجلًا',
    other: '{count} سجل',
  },
};

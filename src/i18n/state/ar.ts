import type { Translation } from '../section.js';
import type { en } from './en.js';

/** Arabic. */
export const ar: Translation<typeof en> = {
  'action.copy': 'نسخ رقم الطلب',
  'action.copied': 'نُسخ',
  'empty.title': 'لا بيانات في هذه الفترة',
  'empty.hint': 'اختر فترة أخرى أو قلّل عوامل التصفية.',
  'error.title': 'تعذّر التحميل',
  'error.network': 'تعذّر الوصول إلى الخادم.',
  'error.timeout': 'لم يستجب الخادم في الوقت المحدد.',
  'error.unauthorized': 'انتهت الجلسة. سجّل الدخول من جديد.',
  'error.contract': 'تعذّرت قراءة إجابة الخادم.',
  'error.status': 'حدث خطأ في الخادم ({status}).',
  'error.unknown': 'حدث خطأ في الصفحة.',
  'error.request': 'رقم الطلب {id}',
  'forbidden.title': 'لا يمكنك عرض هذا',
  'forbidden.permission': 'يتطلب الصلاحية {permission}. اطلبها من المسؤول.',
  'forbidden.hint': 'اطلب الصلاحية من المسؤول.',
  'unavailable.title': 'لا يوفّره مصدر البيانات هذا',
  'unavailable.hint': 'لا يجيب عن هذا السؤال.',
  'limited.title': 'طلبات كثيرة جدًا',
  'limited.hint': 'ستُعاد المحاولة بعد {time}.',
  'offline.title': 'أنت غير متصل',
  'offline.hint': 'سيُحمَّل تلقائيًا عند عودة الاتصال.',
  'idle.title': 'لا شيء للعرض بعد',
  'idle.client': 'لم يُحدَّد مصدر للبيانات.',
  'idle.app': 'لم يُختر أي تطبيق.',
  'idle.metric': 'لم يُختر أي مقياس.',
};

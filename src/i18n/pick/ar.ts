import type { Translation } from '../section.js';
import type { en } from './en.js';

/** Arabic. */
export const ar: Translation<typeof en> = {
  'pick.event': 'الحدث',
  'pick.event.choose': 'اختر حدثًا',
  'pick.event.search': 'ابحث في الأحداث',
  'pick.event.none': 'لا حدث مطابق.',
  'pick.event.draft': 'غير منشور',
  'pick.group': 'التجميع حسب',
  'pick.group.and': 'ثم حسب',
  'pick.group.nothing': 'بلا تجميع',
  'pick.group.search': 'ابحث في الحقول أو اكتب اسم خاصية',
  'pick.group.none': 'لا حقل مطابق.',
  'pick.group.property': 'خاصية من خصائص الحدث',
};

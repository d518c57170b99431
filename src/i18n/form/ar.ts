import type { Translation } from '../section.js';
import type { en } from './en.js';

/** Arabic. */
export const ar: Translation<typeof en> = {
  'form.faults': {
    zero: 'لا أخطاء',
    one: 'خطأ واحد يحتاج إلى تصحيح',
    two: 'خطآن يحتاجان إلى تصحيح',
    few: '{count} أخطاء تحتاج إلى تصحيح',
    many: '{count} خطأً يحتاج إلى تصحيح',
    other: '{count} خطأ يحتاج إلى تصحيح',
  },
  'form.move': 'نقل {name}',
  'form.moveHelp': 'اسحبه، أو اضغط مفاتيح الأسهم',
  'form.moved': '{name}: الموضع {place} من {total}',
  'form.unsaved': 'غير محفوظ',
  'form.cancel': 'إلغاء',
  'form.leave.title': 'المغادرة دون حفظ؟',
  'form.leave.text': 'ما غيّرته هنا لم يُحفظ بعد.',
  'form.leave.stay': 'متابعة التحرير',
  'form.leave.go': 'مغادرة',
};

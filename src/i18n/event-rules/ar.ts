import type { Translation } from '../section.js';
import type { en } from './en.js';

/** Arabic. */
export const ar: Translation<typeof en> = {
  'rules.text_too_long': 'الحد الأقصى {count} محرف.',
  'rules.field_missing': 'سمِّ الحقل أو أزله.',
  'rules.action_missing': 'أضف إجراءً واحدًا على الأقل.',
  'rules.element_missing': 'النقر يحتاج إلى عنصره.',
  'rules.element_unfit': 'لا عنصر لهذا المُشغّل.',
  'rules.field_pattern': 'ابدأ بحرف أو _، ثم حروف وأرقام و_؛ 64 على الأكثر.',
  'rules.field_twice': '“{value}” مكرر في هذا الإجراء.',
  'rules.type_differs': 'للحقل “{field}” نوع آخر في إجراء سابق.',
  'rules.from_missing': 'حدِّد مصدر القيمة.',
  'rules.fieldNumber': 'الحقل {number}',
  'rules.place': '{action}، {field}',
  'rules.part.field': 'الحقل',
  'rules.part.type': 'النوع',
  'rules.part.from': 'المصدر',
};

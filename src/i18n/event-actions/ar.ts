import type { Translation } from '../section.js';
import type { en } from './en.js';

/** Arabic. */
export const ar: Translation<typeof en> = {
  'actions.report.once': 'كل بياناته في سجل واحد',
  'actions.report.stepwise': 'سجل لكل خطوة',
  'actions.page': 'فارغ: كل الصفحات',
  'actions.element': 'معرّفه أو محدِّده، مثل #add',
  'actions.elementMaybe': 'فارغ: أي عنصر',
  'actions.add': 'إضافة إجراء',
  'actions.addField': 'إضافة حقل',
  'actions.countOf': '{count} من {most}',
  'actions.remove': 'إزالة',
  'actions.removeOf': 'إزالة {name}',
  'actions.code': 'أرسله بهذا الاستدعاء',
  'actions.copy': 'نسخ الشيفرة',
  'actions.copied': 'تم النسخ',
};

import type { Translation } from '../section.js';
import type { en } from './en.js';

/** Arabic. */
export const ar: Translation<typeof en> = {
  'filter.field': 'الحقل',
  'filter.property': 'خاصية من خصائص الحدث',
  'filter.propertyName': 'اسم الخاصية',
  'filter.operator': 'الشرط',
  'filter.value': 'القيمة',
  'filter.values': 'القيم',
  'filter.search': 'ابحث عن قيمة أو اكتبها',
  'filter.noValues': 'لا قيمة مطابقة.',
  'filter.typed': 'كما كُتبت',
  'filter.operator.eq': 'يساوي',
  'filter.operator.ne': 'لا يساوي',
  'filter.operator.in': 'أحد',
  'filter.operator.not_in': 'ليس أيًا من',
  'filter.operator.contains': 'يحتوي على',
  'filter.operator.gt': 'أكبر من',
  'filter.operator.gte': 'لا يقل عن',
  'filter.operator.lt': 'أقل من',
  'filter.operator.lte': 'لا يزيد على',
  'filter.operator.set': 'له قيمة',
  'filter.operator.not_set': 'بلا قيمة',
};

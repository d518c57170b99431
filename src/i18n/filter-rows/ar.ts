import type { Translation } from '../section.js';
import type { en } from './en.js';

/** Arabic. */
export const ar: Translation<typeof en> = {
  'filter.loading': 'جارٍ التحميل…',
  'filter.failed': 'تعذّر التحميل.',
  'filter.apply': 'تطبيق',
  'filter.add': 'إضافة عامل تصفية',
  'filter.edit': 'عامل التصفية',
  'filter.remove': 'إزالة عامل التصفية: {filter}',
  'filter.removed': 'أُزيل عامل التصفية',
};

import type { Translation } from '../section.js';
import type { en } from './en.js';

/** Arabic. */
export const ar: Translation<typeof en> = {
  'table.of': '{title}، {range}',
  'table.total': 'الإجمالي',
  'table.withUnit': '{name} ({unit})',
  'table.columns': 'الأعمدة',
  'table.reset': 'الأعمدة المعتادة',
  'table.sort': 'الترتيب حسب',
  'table.descending': 'الأعلى أولًا',
  'table.ascending': 'الأدنى أولًا',
  'table.sorted': 'مرتّبة حسب {name}، {direction}',
  'table.paging': 'أجزاء القائمة',
  'table.span': '{first}–{last} من {total}',
  'table.previous': 'الصفوف السابقة',
  'table.next': 'الصفوف التالية',
  'table.fileFailed': 'تعذّر إنشاء الملف.',
  'table.fileOrder': 'الترتيب حسب',
};

import type { Translation } from '../section.js';
import type { en } from './en.js';

/** Arabic. */
export const ar: Translation<typeof en> = {
  'sourceTrend.title': '{metric} حسب المصدر',
  'sourceTrend.metric': 'المقياس',
  'sourceTrend.choose': 'المصادر',
  'sourceTrend.search': 'ابحث في المصادر',
  'sourceTrend.most': '{count} في آنٍ واحد على الأكثر',
  'sourceTrend.usual': 'الأكثر تكرارًا',
  'sourceTrend.loading': 'يجري تحميل المصادر',
  'sourceTrend.failed': 'تعذّر تحميل المصادر.',
  'sourceTrend.none': 'لم يظهر أي مصدر في هذا النطاق.',
  'sourceTrend.noMatch': 'لا مصدر يطابق.',
};

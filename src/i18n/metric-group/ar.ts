import type { Translation } from '../section.js';
import type { en } from './en.js';

/** Arabic. */
export const ar: Translation<typeof en> = {
  'group.metrics': 'المقاييس',
  'group.today': 'اليوم، {day}',
  'group.yesterday': 'أمس، {day}',
  'group.dayWeekMonth': 'مقارنةً باليوم والأسبوع والشهر السابقة',
  'group.against': 'مقارنةً بـ {names}',
  'group.csv': 'تنزيل كل البطاقات',
  'group.file': 'metrics',
};

import type { Translation } from '../section.js';
import type { en } from './en.js';

/** Arabic. */
export const ar: Translation<typeof en> = {
  'filter.days.first': 'أول يوم',
  'filter.days.last': 'آخر يوم',
  'filter.days.count': {
    zero: 'لا أيام',
    one: 'يوم واحد',
    two: 'يومان',
    few: '{count} أيام',
    many: '{count} يومًا',
    other: '{count} يوم',
  },
  'filter.days.previous': 'أشهر سابقة',
  'filter.days.next': 'أشهر لاحقة',
  'filter.days.dots': 'الأيام ذات النقطة لها بيانات: {range}.',
  'filter.days.noneHere': 'لا بيانات في {day}',
  'filter.days.missing': 'اختر أول يوم وآخر يوم.',
  'filter.days.reversed': 'آخر يوم يسبق أول يوم.',
  'filter.days.future': 'آخر يوم لم يأتِ بعد.',
  'filter.days.tooMany': 'الحد الأقصى بالأيام: {count}.',
};

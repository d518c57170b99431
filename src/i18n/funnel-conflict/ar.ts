import type { Translation } from '../section.js';
import type { en } from './en.js';

/** Arabic. */
export const ar: Translation<typeof en> = {
  'funnelConflict.gone': 'حذف شخص آخر هذا المسار في الأثناء. احفظه كمسار جديد أو اتركه.',
  'funnelConflict.conflict': 'حفظ شخص آخر هذا المسار في الأثناء',
  'funnelConflict.conflictBy': 'حفظ {author} هذا المسار في الأثناء',
  'funnelConflict.mine': 'نسختك',
  'funnelConflict.theirs': 'نسختهم',
  'funnelConflict.keepMine': 'احفظ نسختك فوقها',
  'funnelConflict.takeTheirs': 'خذ نسختهم',
};

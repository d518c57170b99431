import type { Translation } from '../section.js';
import type { en } from './en.js';

/** Arabic. */
export const ar: Translation<typeof en> = {
  'zoom.whole': 'النطاق كله',
  'zoom.marked': 'تم تحديد {range}',
  'zoom.in': 'تم التكبير على {range}',
  'zoom.out': 'النطاق كله من جديد، {range}',
};

import type { Translation } from '../section.js';
import type { en } from './en.js';

/** Arabic. */
export const ar: Translation<typeof en> = {
  'overview.title': 'كل المقاييس',
  'overview.metric': 'المقياس',
  'overview.value': 'القيمة',
  'overview.withUnit': '{name} ({unit})',
  'overview.lowHigh': 'الأدنى – الأعلى',
  'overview.low': 'الأدنى في 30 يومًا',
  'overview.high': 'الأعلى في 30 يومًا',
  'overview.between': 'بين {low} و{high}، {range}',
  'overview.before': 'قبلها، {kind}',
  'overview.growth': 'النمو، {kind}',
  'overview.file': 'overview',
  'overview.partial': 'اليوم حتى {time}',
};

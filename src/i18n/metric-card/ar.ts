import type { Translation } from '../section.js';
import type { en } from './en.js';

/** Arabic. */
export const ar: Translation<typeof en> = {
  'card.today': 'اليوم حتى {time}.',
  'card.soFar': 'البيانات حتى {time}.',
  'card.growthLater': 'تظهر المقارنة بعد منتصف الليل.',
  'card.future': 'لم يبدأ يومها بعد.',
  'card.notYet': 'لم تُحسب بعد.',
  'card.suppressed': 'عدد المستخدمين أقل من أن يُعرض.',
  'card.unavailable': 'لا يحسبها مصدر البيانات هذا.',
  'card.noValue': 'لا قيمة',
  'card.empty': 'لا شيء يُحسب في هذه الفترة.',
  'card.history': 'الأدنى {low}، الأعلى {high}، {range}',
};

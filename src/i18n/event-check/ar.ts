import type { Translation } from '../section.js';
import type { en } from './en.js';

/** Arabic. */
export const ar: Translation<typeof en> = {
  'check.title': 'الحقول',
  'check.hint': 'تُفحص وفق القواعد وما وصل. لازم قبل الاختبار والنشر.',
  'check.go': 'فحص الحقول',
  'check.again': 'فحص مجددًا',
  'check.checking': 'جارٍ الفحص…',
  'check.changed': 'تغيّر منذ آخر فحص.',
  'check.passed': 'اجتاز الفحص.',
  'check.noFields': 'لا حقول خاصة لهذا الحدث.',
  'check.sample': 'القيمة الأكثر تكرارًا',
  'check.result': 'الفحص',
  'check.seen': 'يصل كما ينبغي',
  'check.unseen': 'لم يظهر بعد',
  'check.arrives': 'يصل {arrives}، والمتوقع {type}',
  'check.makeType': 'اجعله {type}',
  'check.dryRun': 'تجربة جافة',
  'check.dryRunHint': 'عدد أحداث آخر 7 أيام التي كانت ستطابق.',
  'check.dryRunUnsaved': 'احفظ أولاً: التجربة تنظر في المحفوظ.',
  'check.dryRunGo': 'احسب',
  'check.day': 'اليوم',
  'check.matched': 'المطابق',
  'check.dryRunFailed': 'تعذّر الحساب.',
  'check.matchedCount': {
    zero: 'لم يكن ليطابق أي حدث',
    one: 'حدث واحد كان سيطابق',
    two: 'حدثان كانا سيطابقان',
    few: '{count} أحداث كانت ستطابق',
    many: '{count} حدثًا كان سيطابق',
    other: '{count} حدث كان سيطابق',
  },
};

import type { Translation } from '../section.js';
import type { en } from './en.js';

/** Arabic. */
export const ar: Translation<typeof en> = {
  'rank.of': '{title}، {range}',
  'rank.notSet': 'غير محدّد',
  'rank.total': 'الإجمالي',
  'rank.share': 'الحصة',
  'rank.shareOf': 'الحصة من {metric}',
  'rank.ofUsers': 'من المستخدمين',
  'rank.ofUsersHint': 'الحصة من جميع المستخدمين. قد يرد المستخدم في أكثر من صف، لذا يزيد مجموع الحصص على 100%.',
  'rank.change': 'التغيّر',
  'rank.changeAgainst': 'التغيّر مقارنةً بـ {range}',
  'rank.against': 'مقارنةً بـ {range}',
  'rank.key': 'المعرّف',
  'rank.app': 'التطبيق',
  'rank.compared': 'الفترة المقارَنة',
  'rank.withUnit': '{name} ({unit})',
  'rank.before': '{name}، سابقًا',
  'rank.fileFailed': 'تعذّر إنشاء الملف.',
  'rank.changeOf': '{name}، التغيّر',
};

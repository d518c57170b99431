import type { DurationPatterns } from '#format/duration.js';
import type { BaseMessages } from '#i18n/base/section.js';
import type { Texts } from '#i18n/texts.js';

/** How a language writes durations, from its texts, with the places left open for the formatter. */
export function durationsOf(texts: Texts<BaseMessages>): DurationPatterns {
  const pattern = (key: keyof DurationPatterns): string => texts.find(`duration.${key}`) ?? '';
  return {
    seconds: pattern('seconds'),
    minutes: pattern('minutes'),
    minutesSeconds: pattern('minutesSeconds'),
    hours: pattern('hours'),
    hoursMinutes: pattern('hoursMinutes'),
    days: pattern('days'),
    daysHours: pattern('daysHours'),
  };
}

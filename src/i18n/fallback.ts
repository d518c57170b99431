/**
 * The language tags to try for a locale, best first: `zh-Hans-SG` → zh-Hans-SG, zh-Hans, zh, then any known tag of the
 * same language (zh-CN). English is what remains, and needs no looking for.
 */
export function fallbacks(locale: string, known: readonly string[]): string[] {
  const subtags = locale.split('-');
  const narrower = subtags.map((_, index) => subtags.slice(0, subtags.length - index).join('-'));
  const language = subtags[0] ?? '';
  const sameLanguage = known.filter((tag) => tag.split('-')[0] === language);
  return [...new Set([...narrower, ...sameLanguage])].filter((tag) => known.includes(tag));
}

/** Whether a language is written from right to left. */
export function directionOf(locale: string): 'ltr' | 'rtl' {
  return /^(ar|dv|fa|he|ku|ps|sd|ug|ur|yi)\b/.test(locale) ? 'rtl' : 'ltr';
}

/** Names in a row, as a language writes them: “Opens, Visits”, “打开次数和访问次数”. */
export function namesOf(names: readonly string[], locale: string): string {
  const [tag = 'en'] = Intl.ListFormat.supportedLocalesOf([locale, 'en']);
  return new Intl.ListFormat(tag, { style: 'narrow', type: 'conjunction' }).format(names);
}

/** English writes “Source” alone and “by source” in a sentence; “OS version” stays. */
export function inSentence(label: string, locale: string): string {
  return /^en\b/.test(locale) && /^[A-Z][a-z]/.test(label) ? label[0]!.toLowerCase() + label.slice(1) : label;
}

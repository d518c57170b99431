/**
 * The instant (epoch ms) that a `Retry-After` header names: seconds from `now`, or an HTTP date; `undefined` where it says
 * neither. A date that has passed is `now`.
 */
export function retryAfter(header: string | null | undefined, now: number): number | undefined {
  const text = header?.trim();
  if (!text) return undefined;
  if (/^\d+$/.test(text)) return now + Number(text) * 1000;
  // `Date.parse` alone would find a date in "-5" and in "Later 1" too.
  const date = /^[A-Z][a-z]{2},.+GMT$/.test(text) ? Date.parse(text) : NaN;
  return Number.isNaN(date) ? undefined : Math.max(date, now);
}

/** The tags that the calendar registers. */
const tags = [
  'calendar-ctx',
  'calendar-month',
  'calendar-date',
  'calendar-select-year',
  'calendar-select-month',
  'calendar-range',
  'calendar-multi',
];

/**
 * Loads the calendar. It registers tags of its own, which a host may have taken for something else: there is none then,
 * and days are typed. A calendar that the host has loaded itself is used.
 */
export async function loadCalendar(): Promise<boolean> {
  if (!tags.some((tag) => customElements.get(tag))) {
    try {
      await import('cally');
    } catch {
      // Out of reach, or a second copy came first: what is registered by now decides.
    }
  }
  return hasCalendar();
}

function hasCalendar(): boolean {
  const [month, range] = [customElements.get('calendar-month'), customElements.get('calendar-range')];
  return month !== undefined && range !== undefined && 'getDayParts' in (range.prototype as object);
}

/** What of an answer depends on when it was asked, or on the one request. */
const OF_THE_MOMENT = new Set(['data_as_of', 'next_refresh_at', 'instance']);

/** An answer without what differs from one request to the next. */
export function withoutClock(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutClock);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([name]) => !OF_THE_MOMENT.has(name));
  return Object.fromEntries(
    entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, one]) => [name, withoutClock(one)]),
  );
}

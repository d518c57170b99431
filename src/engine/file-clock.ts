import type { Clock } from '#contract/report-source.js';
import { zone } from '#time/zone.js';
import type { Store } from './store/store.js';

/** The clock of a file: it stands at the midnight, in the report's zone, after the last event that was accepted. */
export function fileClock(store: Store): Clock {
  return {
    ofFile: true,
    now: (timezone) =>
      store.lastTs === -Infinity ? 0 : zone(timezone).endOfDay(zone(timezone).dayNumberOf(store.lastTs)),
  };
}

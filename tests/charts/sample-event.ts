import type { EventReport } from '#contract/api.js';
import { days, meta } from '../elements/trend-chart/trend-back-end.js';

/** Three days of an event by province, with two groups beyond those that are listed. */
export const groupedEvent: EventReport = {
  meta: { ...meta, range: { start: '2026-11-20', end: '2026-11-22' } },
  buckets: days('2026-11-20', 3, { 2: 'running' }),
  series: [
    { key: ['Zhejiang'], values: [3, 4, 1] },
    { key: [null], values: [2, 0, null] },
  ],
  totals: [
    { key: ['Zhejiang'], value: 8 },
    { key: [null], value: 2 },
  ],
  others: { row_count: 2, values: [5, 5, 5], value: 9 },
};

/** The same over all groups. */
export const plainEvent: EventReport = {
  ...groupedEvent,
  series: [{ key: [], values: [10, 9, 6] }],
  totals: [{ key: [], value: 19 }],
  others: null,
};

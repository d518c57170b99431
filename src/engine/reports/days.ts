import type { DaysQuery, DaysReport } from '#contract/api.js';
import type { Scope } from '#contract/report-source.js';
import { formatDay } from '#time/day.js';
import type { EngineHost } from '../host.js';
import { resolveQuestion } from './question.js';

/** The days of the report's zone on which the scope has events, in order. */
export function days(host: EngineHost, scope: Scope, query: DaysQuery): DaysReport {
  const { log, zone, meta, asOf } = resolveQuestion(host, scope, query, false);
  const found = new Set<number>();
  for (const { segment } of log.slices) {
    let [start, end] = [Infinity, -Infinity];
    for (const time of segment.ts) {
      if (!(time < asOf) || (time >= start && time < end)) continue;
      const day = zone.dayNumberOf(time);
      found.add(day);
      [start, end] = [zone.startOfDay(day), zone.endOfDay(day)];
    }
  }
  return {
    timezone: zone.name,
    days: [...found].sort((a, b) => a - b).map(formatDay),
    data_as_of: meta.data_as_of,
  };
}

import type { DryRun, EventQuery, EventReport, Filter } from '#contract/api.js';
import { ReportError } from '#contract/problems.js';
import { formatDay } from '#time/day.js';
import type { Zone } from '#time/zone.js';
import { catalogOfHost, type Exchange, type Host } from '../host.js';
import { fromQueryString } from '../question/query-string.js';
import { readZone } from '../question/range.js';
import { jsonResponse } from '../respond.js';
import type { Answer } from '../route.js';
import { dryRun } from './dry-run.js';
import { enter, type Keeper } from './keeper.js';
import { whereThereIsData } from './seen-in-data.js';

const defaultDays = 7;
const mostDays = 90;

/** How many events of the last days the configuration would have matched; the last of them is yesterday. */
export function dryRunAnswer({ events }: Keeper): Answer {
  return async (exchange) => {
    const { app, id } = await enter(exchange, 'events.read');
    const { host, request } = exchange;
    const { zone, days } = await readDays(exchange);
    const { body } = await events.get(app, id);
    const today = zone.dayNumberOf(host.reports.clock.now(zone.name));
    const labels = Array.from({ length: days }, (_, index) => formatDay(today - days + index));
    const matched = await dryRun(body, days, counter(host, app, zone, labels, request.signal));
    const answer: DryRun = {
      days: labels.map((day, index) => ({ day, matched: matched[index]! })),
      matched: matched.reduce((sum, count) => sum + count, 0),
    };
    return jsonResponse(answer, request);
  };
}

async function readDays({ host, request }: Exchange): Promise<{ zone: Zone; days: number }> {
  const reader = fromQueryString(new URL(request.url).searchParams, ['days', 'timezone']);
  const zone = readZone(reader, { catalog: await catalogOfHost(host) });
  const days = reader.integer('days', 1, mostDays) ?? defaultDays;
  reader.faults.throwIfAny();
  return { zone: zone!, days };
}

function counter({ reports }: Host, app: string, zone: Zone, days: readonly string[], signal: AbortSignal) {
  return async (event: string, filters: readonly Filter[]): Promise<number[]> => {
    if (!reports.event) {
      throw new ReportError('not_available', 'This back end does not answer the report event, which a dry run needs.');
    }
    const query: EventQuery = {
      start: days[0]!,
      end: days.at(-1)!,
      timezone: zone.name,
      event,
      filters: [...filters],
      measure: 'total',
      granularity: 'day',
      order: '-value',
      limit: 1,
    };
    const none: Pick<EventReport, 'series'> = { series: [] };
    const { series } = await whereThereIsData<typeof none>(
      reports.event(`apps/${app}`, query, { signal, orRole: true }),
      none,
    );
    return days.map((_, index) => series[0]?.values[index] ?? 0);
  };
}

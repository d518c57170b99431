import { waitUntil } from '@open-wc/testing';
import type { LitElement } from 'lit';
import type {
  BreakdownReport,
  DistributionReport,
  EventDefinition,
  EventReport,
  TrendQuery,
  TrendReport,
} from '#contract/api.js';
import type { Client } from '#client/client.js';
import '../../../src/define.js';
import { sampleBreakdown } from '../../charts/sample-breakdown.js';
import { funnelReport } from '../../charts/sample-funnel.js';
import { groupedEvent } from '../../charts/sample-event.js';
import { retentionOf } from '../../charts/sample-retention.js';
import { barClient } from '../filter-bar/bar-back-end.js';
import { nextReport } from '../funnel-chart/funnel-back-end.js';
import { minutesOf } from '../live-chart/live-back-end.js';
import { meta, trendOf } from '../trend-chart/trend-back-end.js';
import { now } from './answers.js';

const definition: EventDefinition = {
  ...{ id: 'e1', name: 'one/1', display_name: 'two/2', method: 'manual', template: 'blank' },
  actions: [{ trigger: 'launch', report: 'once', page: '', element: '', data: [] }],
  ...{ state: 'published', fields: [], checked: true, published: null, updated_by: 'three/3' },
  ...{ created_at: '2026-11-20T05:00:00Z', updated_at: '2026-11-20T05:00:00Z', published_at: '2026-11-20T05:00:00Z' },
};

/** Every element that shows something, with what it needs to be told; what holds of all of them is tested on these. */
export const everyElement: Readonly<Record<string, object>> = {
  'ma-detail-table': { metrics: ['opens', 'visits'] },
  'ma-distribution-chart': { of: 'visit_depth' },
  'ma-event-analysis': { event: 'one/1', groupBy: ['properties.two/2'] },
  'ma-event-builder': { data: definition },
  'ma-event-list': { data: { definitions: [definition], observed: [{ name: 'three/3', count: 2 }], row_count: 1 } },
  'ma-filter-bar': { shows: ['app', 'range', 'granularity', 'compare', 'os', 'environment', 'filters'] },
  'ma-funnel-builder': { funnel: { name: 'two/2', steps: [{ event: 'one/1' }, { event: 'two/2' }] } },
  'ma-funnel-chart': { steps: [{ event: 'one/1' }, { event: 'two/2' }], compare: ['previous_period'], step: 1 },
  'ma-live-chart': {},
  'ma-metric-card': { metric: 'opens' },
  'ma-metric-group': { metrics: ['opens', 'visits'] },
  'ma-overview-table': {},
  'ma-page-rank': {},
  'ma-page-table': {},
  'ma-retention-grid': {},
  'ma-source-chart': {},
  'ma-source-trend': {},
  'ma-trend-chart': { metrics: ['opens', 'visits'], compare: ['previous_period'] },
};

/** What rows and series are called. */
export const keys = ['one/1', 'two/2', 'three/3'];

function trend(query: TrendQuery): TrendReport {
  if (query.breakdown_by) {
    const metric = query.metrics[0] ?? '';
    const series = keys.map((key, index) => ({ metric, key, values: [9, 8, 7, 6, 5, index] }));
    return trendOf({ metrics: [] }, { series });
  }
  if (query.granularity !== 'minute') return trendOf(query);
  const buckets = minutesOf(query, now());
  const series = query.metrics.map((metric) => ({ metric, values: buckets.map(() => 7) }));
  const range = { start: query.start!, end: query.end! };
  return trendOf({ metrics: [] }, { buckets, series, meta: { ...meta, range, granularity: 'minute' } });
}

function breakdown({ metrics }: { readonly metrics: readonly string[] }): BreakdownReport {
  const values = Object.fromEntries(metrics.map((metric) => [metric, 7]));
  return sampleBreakdown(keys.map((key) => [key, values]));
}

const classes = [1, 2, 6].map((from) => ({ from, to: from + 1, count: 5, share: 1 / 3 }));
const distribution = { meta, of: 'visit_depth', total: 15, buckets: classes } as DistributionReport;

const nextEvent = (event: string) => ({ event, users: 2, share: 0.4, next_users: 1, next_share: 0.2 });

const keyed = (key: EventReport['series'][number]['key']) => key.map((one) => one && keys[0]!);
const eventReport: EventReport = {
  ...groupedEvent,
  series: groupedEvent.series.map(({ key, values }) => ({ key: keyed(key), values })),
  totals: groupedEvent.totals.map(({ key, value }) => ({ key: keyed(key), value })),
};

/** A client that answers whatever an element asks. */
export function everyClient(): Client {
  return Object.assign(barClient({ trend }), {
    breakdown: async (_: string, query: { metrics: readonly string[] }) => Promise.resolve(breakdown(query)),
    distribution: () => Promise.resolve(distribution),
    event: () => Promise.resolve(eventReport),
    funnel: () => Promise.resolve(funnelReport({ 'one/1': 9, 'two/2': 4 })),
    funnelNext: () => Promise.resolve(nextReport({ events: keys.map(nextEvent) })),
    retention: () =>
      Promise.resolve(retentionOf({}, { granularity: 'week', range: { start: '2026-05-01', end: '2026-11-21' } })),
  });
}

/** A client whose every report stays out, or fails: the catalogue alone comes. */
export function clientOf(report: () => Promise<never>): Client {
  const asked = [
    'summary',
    'trend',
    'breakdown',
    'distribution',
    'retention',
    'funnel',
    'event',
    'apps',
    'values',
    'days',
  ];
  return Object.assign(everyClient(), Object.fromEntries(asked.map((name) => [name, report])));
}

/** An element with what it needs, not yet in the page. */
export function elementOf(tag: string, settings: object): LitElement {
  const element = document.createElement(tag) as unknown as LitElement;
  return Object.assign(element, everyElement[tag], settings);
}

/** Waits until an element has its words, and either what it asked for or what it says instead. What keeps a place is unseen. */
export async function untilSettled(element: LitElement): Promise<void> {
  const find = (selector: string): Element | null => element.shadowRoot?.querySelector(selector) ?? null;
  await waitUntil(
    () =>
      find('button.pick .face') ??
      (find('.frame[aria-busy=false] .foot :is(.status, .said)') &&
        !find(':is(.bone, .bones, .bar-bones):not(.unseen, .unseen *)') &&
        (!find('.says') || find('.says .title:not(:empty)'))),
    `${element.localName} never settles`,
    { interval: 10, timeout: 5000 },
  );
}

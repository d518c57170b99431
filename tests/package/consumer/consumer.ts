// A host's file. It is checked against what is published (types.test.ts), so each line is a promise.
import 'miniapp-analytics/define';
import 'miniapp-analytics/elements/metric-card';
import { defineElements, type MaMetricCard } from 'miniapp-analytics';
import { type Client, configureDefault, createClient, fetchOverPort } from 'miniapp-analytics/client';
import type { SummaryReport } from 'miniapp-analytics/contract';
import { createEngine } from 'miniapp-analytics/engine';
import { createMockBackend } from 'miniapp-analytics/mocks';
import { createHandler, serveOverPort } from 'miniapp-analytics/server';

defineElements('acme');

const engine = createEngine({ timezone: 'Asia/Shanghai' });
const handler = createHandler({ reports: engine });
configureDefault({ fetch: handler.fetch });

const client: Client = createClient({ fetch: createMockBackend().fetch });
export const report: Promise<SummaryReport> = client.summary('superapp', { range: 'today', metrics: ['visits'] });
// @ts-expect-error An answer is not any.
export const wrong: Promise<number> = client.summary('superapp', { range: 'today', metrics: ['visits'] });

const card: MaMetricCard = document.createElement('ma-metric-card');
card.client = client;
// @ts-expect-error Elements have no such property.
card.colour = 'red';

const channel = new MessageChannel();
serveOverPort(channel.port1, handler);
createClient({ fetch: fetchOverPort(channel.port2) });

import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { CollectOutcome } from '#contract/api.js';
import type { RequestEnd, RequestRecord } from './request-record.js';

/** What a Prometheus server reads at `/metrics`. */
export interface Metrics {
  readonly begin: () => void;
  readonly end: (record: RequestRecord, end: RequestEnd) => void;
  readonly collected: (outcome: CollectOutcome) => void;
  /** The page, and its content type. */
  readonly page: () => Promise<{ text: string; type: string }>;
}

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS'];
const OUTCOMES = ['accepted', 'duplicate', 'rejected', 'dropped', 'recorded'] as const;

/** Makes the metrics of one server, with those of its process (memory, processor, event loop, garbage). */
export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const requests = new Counter({
    name: 'miniapp_analytics_http_requests_total',
    help: 'Requests that have ended; status 499 where the client went away before the answer.',
    labelNames: ['method', 'route', 'status'] as const,
    registers,
  });
  const duration = new Histogram({
    name: 'miniapp_analytics_http_request_duration_seconds',
    help: 'From the arrival of a request to the end of its answer.',
    labelNames: ['method', 'route'] as const,
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
    registers,
  });
  const inFlight = new Gauge({
    name: 'miniapp_analytics_http_requests_in_flight',
    help: 'Requests under way.',
    registers,
  });
  const events = new Counter({
    name: 'miniapp_analytics_events_collected_total',
    help: 'Events that were sent to events:collect, by what became of them.',
    labelNames: ['outcome'] as const,
    registers,
  });
  for (const outcome of OUTCOMES) events.inc({ outcome }, 0);
  return {
    begin: () => {
      inFlight.inc();
    },
    end: (record, { status, seconds }) => {
      inFlight.dec();
      const method = METHODS.includes(record.method) ? record.method : 'other';
      requests.inc({ method, route: record.route, status: status ?? 499 });
      duration.observe({ method, route: record.route }, seconds);
    },
    collected: (outcome) => {
      for (const name of OUTCOMES) events.inc({ outcome: name }, outcome[name] ?? 0);
    },
    page: async () => ({ text: await registry.metrics(), type: registry.contentType }),
  };
}

import type { App, Profile } from '#contract/api.js';
import { createEngine, type Engine, type EngineOptions } from '#engine/index.js';

/** An event of a test: a user, a time (seconds into 2 March 2026 UTC, or an instant), a name, and fields. */
export type TestEvent = readonly [user: string, at: number | string, event: string, fields?: Record<string, unknown>];

/** 2 March 2026, a Monday. */
export const monday = Date.parse('2026-03-02T00:00:00Z');

/** How a test makes its engine. */
export interface TestEngine extends EngineOptions {
  readonly now?: string;
  readonly apps?: readonly App[];
  readonly profiles?: readonly Profile[];
}

/** An engine that holds these events; its clock stands at `now`, or is the file's. */
export async function engineOf(events: readonly TestEvent[], { now, ...options }: TestEngine = {}): Promise<Engine> {
  const clock = now === undefined ? {} : { clock: { now: () => Date.parse(now) } };
  const engine = createEngine({ ...clock, ...options });
  await append(engine, events);
  return engine;
}

/** Adds events to an engine, in this order. */
export async function append(engine: Engine, events: readonly TestEvent[]): Promise<void> {
  const rows = events.map(([user_id, at, event, fields]) => ({ user_id, ts: timeOf(at), event, ...fields }));
  const outcome = await engine.ingest(JSON.stringify(rows), { format: 'json', withoutVisits: true });
  if (outcome.rejected > 0) throw new Error(outcome.rejections[0]?.reason);
}

/** The time of a test event in epoch milliseconds. */
export function timeOf(at: number | string): number {
  return typeof at === 'number' ? monday + at * 1000 : Date.parse(at);
}

/** The values of metrics over a range of days. */
export async function valuesOf(
  engine: Engine,
  metrics: readonly string[],
  query: Partial<Parameters<Engine['summary']>[1]> = {},
  scope: Parameters<Engine['summary']>[0] = 'apps/default',
): Promise<Record<string, number | null>> {
  const range =
    query.range === undefined && query.start === undefined ? { start: '2026-03-02', end: '2026-03-02' } : {};
  const report = await engine.summary(scope, { ...range, ...query, metrics: [...metrics] });
  return Object.fromEntries(report.metrics.map(({ metric, value }) => [metric, value]));
}

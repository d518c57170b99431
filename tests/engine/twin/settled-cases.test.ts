import { describe, expect, it } from 'vitest';
import type { SummaryQuery } from '#contract/api.js';
import type { Scope } from '#contract/report-source.js';
import { createEngine } from '#engine/index.js';
import type { TwinEvent } from './twin-log.js';

/** What the engine says of a few events, at a time. */
async function summaryOf(scope: Scope, events: readonly TwinEvent[], now: string, query: SummaryQuery) {
  const engine = createEngine({ clock: { now: () => Date.parse(now) } });
  const lines = events.map((event) => JSON.stringify(event)).join('\n');
  if (lines !== '') await engine.ingest(lines, { format: 'ndjson', withoutVisits: true });
  const { metrics } = await engine.summary(scope, { timezone: 'UTC', profile: 'standard', ...query });
  return metrics.map(({ value }) => value);
}

const launch = (user_id: string, time: string, more: Partial<TwinEvent> = {}): TwinEvent => ({
  user_id,
  ts: Date.parse(time),
  event: 'launch',
  ...more,
});

describe('cases in which engine and twin once differed', () => {
  it('a guid is the first that any of their events in that app carries, those of the other environment too', async () => {
    const events = [
      launch('u1', '2026-01-26T00:00:00Z', { guid: 'g' }),
      launch('u2', '2026-03-01T12:00:00Z'),
      launch('u2', '2026-03-01T19:00:00Z', { guid: 'g', environment: 'non_production' }),
      launch('u2', '2026-03-02T12:00:00Z'),
    ];
    const query = {
      start: '2026-03-01',
      end: '2026-03-02',
      metrics: ['new_users', 'active_users', 'cumulative_users'],
    };
    expect(await summaryOf('superapp', events, '2026-03-02T00:00:00Z', query)).toEqual([0, 1, 1]);
  });

  it('a running range has a monthly active users figure: that of the month that data_as_of stands in', async () => {
    const events = [launch('u1', '2024-02-28T12:00:00Z')];
    const query = { start: '2024-02-29', end: '2024-03-01', metrics: ['mau'] };
    expect(await summaryOf('superapp', events, '2024-02-29T00:00:00.123Z', query)).toEqual([1]);
  });
});

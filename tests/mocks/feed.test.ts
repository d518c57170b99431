import { expect, it } from 'vitest';
import { createMockBackend } from '#mocks/backend.js';
import { generateEvents } from '#mocks/events.js';
import { Feed } from '#mocks/feed.js';

const until = Date.parse('2026-11-22T05:30:00Z');
const hour = 3_600_000;
const people = { until, days: 7, scale: 0.5 };

const timesOf = (columns: ReturnType<Feed['due']>): number[] => [...((columns?.ts ?? []) as Float64Array)];

it('a feed hands out what happens after its start, each event once', () => {
  const feed = new Feed(people);
  const asked = [1, 2, 3].flatMap((hours) => timesOf(feed.due(until + hours * hour)));
  const atOnce = timesOf(new Feed(people).due(until + 3 * hour));
  expect(asked).toEqual(atOnce);
  expect(asked.length).toBeGreaterThan(20);
  expect(asked.every((ts, i) => ts > until && ts >= (asked[i - 1] ?? 0))).toBe(true);
});

it('a feed is the continuation of the population', () => {
  const later = [...generateEvents({ ...people, until: until + 24 * hour, days: 8 })].map(({ ts }) => ts as number);
  const whole = later.filter((ts) => ts > until);
  expect(timesOf(new Feed(people).due(until + 24 * hour))).toEqual(whole);
});

it('a feed has nothing while the clock stands still', () => {
  const feed = new Feed(people);
  expect(feed.due(until)).toBeUndefined();
  feed.due(until + hour);
  expect(feed.due(until + hour)).toBeUndefined();
});

const path = '/v1/apps/lantern-tea/reports/summary?metrics=visits&range=today&timezone=Asia/Shanghai';
async function visitsOf(backend: ReturnType<typeof createMockBackend>): Promise<number> {
  const answer = await backend.fetch(`https://mock.example${path}`);
  const { metrics } = (await answer.json()) as { metrics: { value: number }[] };
  return metrics[0]!.value;
}

it('a streaming back end knows more when its clock has moved, another one does not', async () => {
  let now = until;
  const options = { clock: { now: () => now }, days: 7, scale: 0.5 };
  const [streaming, still] = [createMockBackend({ ...options, stream: true }), createMockBackend(options)];
  const before = await visitsOf(streaming);
  expect(await visitsOf(still)).toBe(before);
  now += 3 * hour;
  expect(await visitsOf(streaming)).toBeGreaterThan(before);
  expect(await visitsOf(still)).toBe(before);
});

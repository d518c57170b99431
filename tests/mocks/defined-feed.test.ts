import { describe, expect, it } from 'vitest';
import type { EventDefinition } from '#contract/api.js';
import { createMockBackend } from '#mocks/backend.js';
import { doneOf } from '#mocks/defined-feed.js';

const start = Date.parse('2026-11-22T05:30:00Z');
const configuration = {
  ...{ name: 'scan', display_name: 'Scan', method: 'manual', template: 'blank' },
  actions: [
    {
      ...{ trigger: 'click', report: 'once', page: 'pages/home/index', element: '#scan' },
      data: [
        { field: 'price', type: 'number', from: 'data.price' },
        { field: 'sku', type: 'string', from: 'data.sku' },
      ],
    },
  ],
} as const;
const definition = {
  ...configuration,
  ...{
    id: '1',
    state: 'testing',
    checked: true,
    created_at: '2026-11-22T05:30:00Z',
    updated_at: '2026-11-22T05:30:00Z',
  },
  fields: [
    { field: 'price', type: 'number', seen: true },
    { field: 'sku', type: 'string', seen: true },
  ],
} as unknown as EventDefinition;

describe('what people do of a defined event', () => {
  it('is one record a second with its page and fields, of which some lack or do not fit', () => {
    const events = doneOf(definition, start, start + 28_000);
    expect(events).toHaveLength(28);
    expect(events.every(({ event, page_path: page }) => event === 'scan' && page === 'pages/home/index')).toBe(true);
    expect(events.filter(({ properties }) => properties?.['sku'] === undefined)).toHaveLength(7);
    expect(events.filter(({ properties }) => typeof properties?.['price'] === 'string')).toHaveLength(4);
  });

  it('is the same each time, and nothing twice', () => {
    const whole = doneOf(definition, start, start + 6_000);
    expect([...doneOf(definition, start, start + 2_500), ...doneOf(definition, start + 2_500, start + 6_000)]).toEqual(
      whole,
    );
  });

  it('is nothing while it is only a draft, and no more than thirty after a long silence', () => {
    expect(doneOf({ ...definition, state: 'draft', published: null }, start, start + 9_000)).toEqual([]);
    expect(doneOf(definition, start, start + 3_600_000)).toHaveLength(30);
  });
});

it('a published event of a streaming back end counts within seconds', async () => {
  let now = start;
  const mock = createMockBackend({ clock: { now: () => now }, days: 2, scale: 0.1, stream: true });
  const base = 'https://mock.example/v1/apps/lantern-tea';
  const ask = async (path: string, method = 'GET', body?: object): Promise<Record<string, never>> => {
    const headers = { 'If-Match': '*' };
    const answer = await mock.fetch(base + path, { method, headers, ...(body && { body: JSON.stringify(body) }) });
    return (await answer.json()) as Record<string, never>;
  };
  const { id } = await ask('/events', 'POST', configuration);
  await ask(`/events/${id}/check`, 'POST');
  await ask(`/events/${id}/test`, 'POST');
  now += 3_000;
  const { records } = (await ask(`/events/${id}/test-records`)) as unknown as { records: unknown[] };
  expect(records.length).toBeGreaterThan(0);
  await ask(`/events/${id}/publish`, 'POST');
  now += 3_000;
  const question = { start: '2026-11-22', end: '2026-11-22', event: 'scan', measure: 'total', granularity: 'all' };
  const { totals } = (await ask('/reports/event', 'POST', question)) as unknown as { totals: { value: number }[] };
  // what is done at this very instant is not over yet
  expect(totals[0]?.value).toBe(2);
});

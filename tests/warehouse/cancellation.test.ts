import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { generateEvents } from '#mocks/events.js';
import { openWarehouse, type Warehouse } from '#warehouse/index.js';

const query = { range: 'last_30_days', metrics: ['active_users', 'retained_users', 'total_adds'] } as const;
const asked = { ...query, metrics: [...query.metrics] };

describe('a question that nobody waits for any more', () => {
  let warehouse: Warehouse;

  beforeAll(async () => {
    warehouse = await openWarehouse(':memory:', { threads: 1 });
    const events = [...generateEvents({ until: Date.parse('2026-03-02T00:00:00Z'), scale: 0.03 })];
    await warehouse.ingest(JSON.stringify(events), { format: 'json' });
  });
  afterAll(() => warehouse.close());

  it('is broken off wherever it is, and the next one is answered', async () => {
    const expected = await warehouse.summary('superapp', asked);
    for (let turns = 0; turns < 12; turns++) {
      const leaving = new AbortController();
      const answer = warehouse.summary('superapp', asked, { signal: leaving.signal });
      const outcome = expect(answer).rejects.toThrow('gone');
      for (let turn = 0; turn < turns; turn++) await new Promise((resolve) => setImmediate(resolve));
      leaving.abort(new Error('gone'));
      await outcome;
    }
    expect(await warehouse.summary('superapp', asked)).toEqual(expected);
  });

  it('is not begun where they left before', async () => {
    const signal = AbortSignal.abort(new Error('gone'));
    await expect(warehouse.summary('superapp', asked, { signal })).rejects.toThrow('gone');
  });
});

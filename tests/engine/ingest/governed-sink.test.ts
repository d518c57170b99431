import { describe, expect, it, vi } from 'vitest';
import type { RawEvent } from '#contract/api.js';
import type { Verdict } from '#contract/report-source.js';
import { GovernedSink } from '#engine/ingest/governed-sink.js';
import { ingestEvents } from '#engine/ingest/ingest-events.js';
import { Store } from '#engine/store/store.js';

const verdicts: Record<string, Verdict> = { drafted: 'drop', tested: 'record', both: 'report_and_record' };

function governed() {
  const store = new Store();
  const recorded: RawEvent[] = [];
  const govern = vi.fn((name: string) => verdicts[name] ?? 'report');
  const sink = new GovernedSink(store, { govern, record: (event) => recorded.push(event) });
  const take = (...events: object[]) =>
    ingestEvents(sink, events.map((event) => JSON.stringify(event)).join('\n'), { withoutVisits: true });
  return { store, recorded, govern, sink, take };
}

const at = (event: string, more: object = {}) => ({ user_id: 'u', ts: 1_000, event, ...more });

describe('a governed sink', () => {
  it('lets through what reports, drops, records, and does both', async () => {
    const { take, sink, store, recorded } = governed();
    const outcome = await take(at('free'), at('drafted'), at('tested'), at('both'), at('drafted'));
    expect(outcome).toMatchObject({ accepted: 2, duplicate: 0, rejected: 0 });
    expect([sink.dropped, sink.recorded, store.length]).toEqual([2, 1, 2]);
    expect(recorded.map(({ event }) => event)).toEqual(['tested', 'both']);
  });

  it('asks about each name once, however many events and batches there are', async () => {
    const { take, govern, sink, store } = governed();
    await take(...Array.from({ length: 40_000 }, (_, row) => at(['free', 'drafted', 'tested', 'other'][row % 4]!)));
    expect(govern.mock.calls.map(([name]) => name)).toEqual(['free', 'drafted', 'tested', 'other']);
    expect([store.length, sink.dropped, sink.recorded]).toEqual([20_000, 10_000, 10_000]);
  });

  it('hands a batch on as it is where all of it reports', async () => {
    const append = vi.fn(() => ({ accepted: 1, duplicate: 0 }));
    const sink = new GovernedSink({ append }, { govern: () => 'report' });
    await ingestEvents(sink, JSON.stringify(at('free')), { withoutVisits: true });
    expect(append).toHaveBeenCalledOnce();
  });

  it('does not trouble the store with a batch of which nothing reports', async () => {
    const append = vi.fn(() => ({ accepted: 0, duplicate: 0 }));
    const sink = new GovernedSink({ append }, { govern: () => 'drop' });
    expect(await ingestEvents(sink, JSON.stringify(at('a')), { withoutVisits: true })).toMatchObject({ accepted: 0 });
    expect(append).not.toHaveBeenCalled();
  });

  it('leaves no trace of an event id that did not report', async () => {
    const { take, store } = governed();
    await take(at('drafted', { event_id: 'x' }), at('tested', { event_id: 'x' }));
    expect(await take(at('free', { event_id: 'x' }))).toMatchObject({ accepted: 1, duplicate: 0 });
    expect(await take(at('both', { event_id: 'x' }))).toMatchObject({ accepted: 0, duplicate: 1 });
    expect(store.length).toBe(1);
  });

  it('records an event with every field that it was read with', async () => {
    const { take, recorded } = governed();
    const event = {
      user_id: 'u1',
      ts: '2026-11-22T05:21:06.900Z',
      event: 'tested',
      event_id: 'x1',
      guid: 'g1',
      app_id: 'tea',
      environment: 'non_production',
      page_path: 'pages/a',
      duration_ms: 0,
      source: 'poster',
      scene: 1011,
      qr_code: 'q',
      amount: 0,
      currency: 'CNY',
      city: 'Xian',
      device_width: 390,
      properties: { text: 'a', number: 0, yes: true, no: false },
    };
    await take(event, at('tested', { city: null, properties: { text: '' }, plan: 'free' }));
    expect(recorded).toEqual([
      event,
      {
        user_id: 'u',
        ts: '1970-01-01T00:00:01.000Z',
        event: 'tested',
        environment: 'production',
        properties: { plan: 'free' },
      },
    ]);
  });
});

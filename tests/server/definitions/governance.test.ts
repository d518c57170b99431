import { describe, expect, it, vi } from 'vitest';
import type { CollectOutcome, EventDefinitionList, EventReport, RawEvent, TestRecordList } from '#contract/api.js';
import { createEngine, type EngineOptions } from '#engine/index.js';
import { createMemoryStore, type DocumentStore } from '#server/index.js';
import { addToCart, click, definitionsAsker, EVENTS } from '../fixtures/definitions-asker.js';

const APP = '/v1/apps/lantern-tea';
const NOW = Date.parse('2026-11-22T05:30:00Z');
const launch: RawEvent = { user_id: 'u', ts: '2026-11-22T05:00:00Z', event: 'launch' };
const cart = (more: Partial<RawEvent> = {}): RawEvent => ({ ...launch, event: 'add_to_cart', ...more });

/** An engine that knows the app already, behind a handler that keeps definitions. */
async function setUp(options: Parameters<typeof definitionsAsker>[0] = {}, engine: EngineOptions = {}) {
  const reports = createEngine({ clock: { now: () => NOW }, ...engine });
  const asker = definitionsAsker({ reports, ...options });
  const { post, get } = asker;
  const collect = async (...events: RawEvent[]) =>
    (await (await post(`${APP}/events:collect`, events)).json()) as CollectOutcome;
  await collect(launch);
  return {
    ...asker,
    reports,
    collect,
    total: async (event: string, range: object = { range: 'today' }) => {
      const question = { ...range, event, measure: 'total', granularity: 'all' };
      const { totals } = (await (await post(`${APP}/reports/event`, question)).json()) as EventReport;
      return totals[0]?.value ?? 0;
    },
    observed: async () => ((await (await get(EVENTS)).json()) as EventDefinitionList).observed,
    records: async (query = '') => (await (await get(`${EVENTS}/1/test-records${query}`)).json()) as TestRecordList,
  };
}

describe('a definition governs the collected events of its name', () => {
  it('in draft: they are dropped, and counted as such', async () => {
    const { make, collect, total, observed } = await setUp();
    await make(addToCart);
    expect(await collect(cart(), launch, cart())).toMatchObject({ accepted: 1, dropped: 2, recorded: 0, rejected: 0 });
    expect(await total('add_to_cart')).toBe(0);
    expect(await observed()).toEqual([]);
  });

  it('in testing: they are listed as test records, and nowhere counted', async () => {
    const { make, collect, total, observed, records, clock } = await setUp();
    await make(addToCart, 'check', 'test');
    clock.at += 1000;
    const outcome = await collect(launch, cart({ properties: { price: 9.5 } }));
    expect(outcome).toMatchObject({ accepted: 1, dropped: 0, recorded: 1, rejected: 0 });
    expect(await total('add_to_cart')).toBe(0);
    expect(await observed()).toEqual([]);
    expect(await records()).toEqual({
      records: [
        {
          received_at: '2026-11-22T06:00:01.000Z',
          event: {
            user_id: 'u',
            ts: '2026-11-22T05:00:00.000Z',
            event: 'add_to_cart',
            app_id: 'lantern-tea',
            properties: { price: 9.5 },
          },
          filled: ['price'],
          failed: [],
        },
      ],
      row_count: 1,
    });
  });

  it('published: whatever is received from then on reports, whatever its ts', async () => {
    const { make, collect, act, total, records } = await setUp();
    await make(addToCart, 'check', 'test');
    await collect(cart());
    await act('1', 'publish');
    const outcome = await collect(cart({ ts: '2026-01-01T00:00:00Z' }), cart());
    expect(outcome).toMatchObject({ accepted: 2, dropped: 0, recorded: 0 });
    expect(await total('add_to_cart')).toBe(1);
    expect(await total('add_to_cart', { start: '2026-01-01', end: '2026-01-01' })).toBe(1);
    expect((await records()).row_count).toBe(1); // what came in while it was tested stays to be looked at
  });

  it('published, with a newer draft: the published version stays in force, also while the draft is tested', async () => {
    const { make, put, act, collect, total, records } = await setUp();
    await make(addToCart, 'check', 'publish');
    await put(`${EVENTS}/1`, { ...addToCart, template: 'share' });
    expect(await collect(cart())).toMatchObject({ accepted: 1, dropped: 0 });
    await act('1', 'check');
    await act('1', 'test');
    expect(await collect(cart())).toMatchObject({ accepted: 1, dropped: 0, recorded: 0 });
    expect(await total('add_to_cart')).toBe(2);
    expect((await records()).row_count).toBe(1);
  });

  it('unpublished: they are dropped, and what has reported stays', async () => {
    const { make, act, collect, total } = await setUp();
    await make(addToCart, 'check', 'publish');
    await collect(cart());
    await act('1', 'unpublish');
    expect(await collect(cart())).toMatchObject({ accepted: 0, dropped: 1 });
    expect(await total('add_to_cart')).toBe(1);
  });

  it('deleted: the name has none again', async () => {
    const { make, delete: remove, collect, observed } = await setUp();
    await make(addToCart);
    await remove(`${EVENTS}/1`);
    const outcome = await collect(cart());
    expect(outcome).toEqual({ accepted: 1, duplicate: 0, rejected: 0, rejections: [] });
    expect(await observed()).toEqual([{ name: 'add_to_cart', count: 1 }]);
  });

  it('and of no other: names without a definition report and are observed', async () => {
    const { make, collect, total, observed } = await setUp();
    await make(addToCart);
    const others = [cart({ event: 'Add To Cart' }), cart({ event: 'open_coupon' }), cart({ event: 'open_coupon' })];
    expect(await collect(...others, cart())).toMatchObject({ accepted: 3, dropped: 1 });
    expect(await total('open_coupon')).toBe(2);
    expect(await observed()).toEqual([
      { name: 'open_coupon', count: 2 },
      { name: 'Add To Cart', count: 1 },
    ]);
  });

  it('and of no other app', async () => {
    const { make, post } = await setUp();
    await make(addToCart);
    const outcome = await post('/v1/apps/soup/events:collect', [cart()]);
    expect(await outcome.json()).toMatchObject({ accepted: 1 });
  });

  it('by its raw name, whatever role that plays', async () => {
    const { make, collect, get } = await setUp({}, { mapping: { roles: { page_view: ['add_to_cart'] } } });
    await make(addToCart);
    expect(await collect(cart({ page_path: 'a' }))).toMatchObject({ dropped: 1 });
    const summary = await get(`${APP}/reports/summary?range=today&metrics=visits`);
    expect(await summary.json()).toMatchObject({ metrics: [{ value: 0 }] });
  });

  it('without making an app of events that do not report', async () => {
    const apps = [{ id: 'lantern-tea', name: 'Lantern Tea', type: 'mini_program', status: 'available' } as const];
    const reports = createEngine({ clock: { now: () => NOW } });
    const { make, post } = definitionsAsker({ reports, apps });
    await make(addToCart);
    await post(`${APP}/events:collect`, [cart()]);
    expect(await reports.apps()).toEqual([]);
  });

  it('and rejects what is no event before that', async () => {
    const { make, collect } = await setUp();
    await make(addToCart, 'check', 'test');
    const broken = { ...cart(), ts: 'yesterday' };
    expect(await collect(broken, cart())).toMatchObject({ recorded: 1, rejected: 1, rejections: [{ row: 1 }] });
  });
});

describe('an event that is sent twice', () => {
  const once = cart({ event_id: 'x1' });

  it('reports once', async () => {
    const { make, collect, total } = await setUp();
    await make(addToCart, 'check', 'publish');
    expect(await collect(once, once)).toMatchObject({ accepted: 1, duplicate: 1 });
    expect(await collect(once)).toMatchObject({ accepted: 0, duplicate: 1, dropped: 0 });
    expect(await total('add_to_cart')).toBe(1);
  });

  it('is shown once, in one request and in two', async () => {
    const { make, collect, records } = await setUp();
    await make(addToCart, 'check', 'test');
    await collect(once, once, cart(), cart());
    await collect(once);
    expect((await records()).row_count).toBe(3);
  });

  it('reports where it was dropped or shown before and the definition is published since', async () => {
    const { make, act, collect, total } = await setUp();
    await make(addToCart);
    await collect(once);
    await act('1', 'check');
    await act('1', 'test');
    await collect(once);
    await act('1', 'publish');
    expect(await collect(once)).toMatchObject({ accepted: 1, duplicate: 0 });
    expect(await total('add_to_cart')).toBe(1);
  });
});

describe('test records', () => {
  const fields = {
    ...addToCart,
    actions: [
      {
        ...click,
        data: [
          { field: 'price', type: 'number', from: 'a' },
          { field: 'sku', type: 'string', from: 'b' },
          { field: 'gift', type: 'boolean', from: 'c' },
          { field: 'city', type: 'string', from: 'd' },
        ],
      },
    ],
  } as const;
  const input = { ...fields, actions: fields.actions.map((action) => ({ ...action, data: [...action.data] })) };

  it.each<[string, RawEvent, string[], [string, RegExp][]]>([
    [
      'all of them',
      cart({ city: 'Xian', properties: { price: 0, sku: 'a', gift: false } }),
      ['price', 'sku', 'gift', 'city'],
      [],
    ],
    [
      'none',
      cart(),
      [],
      [
        ['price', /missing/],
        ['sku', /missing/],
        ['gift', /missing/],
        ['city', /missing/],
      ],
    ],
    [
      'other types',
      cart({ city: 'Xian', properties: { price: '9.50', sku: 7, gift: 'yes' } }),
      ['city'],
      [
        ['price', /a string, not a number/],
        ['sku', /a number, not a string/],
        ['gift', /a string, not a boolean/],
      ],
    ],
  ])('say which fields were filled, and which not and why: %s', async (_, event, filled, failed) => {
    const { make, collect, records } = await setUp();
    await make(input, 'check', 'test');
    await collect(event);
    const [record] = (await records()).records;
    expect(record?.filled).toEqual(filled);
    expect(record?.failed.map(({ field }) => field)).toEqual(failed.map(([field]) => field));
    for (const [index, [, reason]] of failed.entries()) expect(record?.failed[index]?.reason).toMatch(reason);
  });

  it('do not take for filled what every object has', async () => {
    const { make, collect, records } = await setUp();
    const data = [{ field: 'constructor', type: 'string', from: 'x' } as const];
    await make({ ...addToCart, actions: [{ ...click, data }] }, 'check', 'test');
    await collect(cart());
    expect((await records()).records[0]?.failed).toEqual([{ field: 'constructor', reason: 'It is missing.' }]);
  });

  it('are newest first, in pages, and the last two hundred', async () => {
    const { make, collect, records, problem } = await setUp();
    await make(addToCart, 'check', 'test');
    await collect(...Array.from({ length: 150 }, (_, n) => cart({ event_id: `a${n}` })));
    await collect(...Array.from({ length: 500 }, (_, n) => cart({ event_id: `b${n}` })));
    const { records: first, row_count } = await records('?page_size=2');
    expect([row_count, first.map(({ event }) => event.event_id)]).toEqual([200, ['b499', 'b498']]);
    expect((await records('?page=4&page_size=60')).records).toHaveLength(20);
    await problem(400, `${EVENTS}/1/test-records?page=0`);
    await problem(404, `${EVENTS}/2/test-records`);
  });

  it('begin anew with each test, and end with the definition', async () => {
    const store = createMemoryStore();
    const { make, act, collect, records, put, delete: remove } = await setUp({ store });
    await make(addToCart, 'check', 'test');
    await collect(cart());
    await act('1', 'test');
    expect((await records()).row_count).toBe(0);
    await collect(cart());
    await put(`${EVENTS}/1`, { ...addToCart, template: 'share' });
    await remove(`${EVENTS}/1`);
    const key = JSON.stringify(['lantern-tea', '1']);
    expect(await store.transact('test-records', key, (documents) => documents.all())).toEqual([]);
  });

  it('make a field count as seen at the next check', async () => {
    const { make, act, collect } = await setUp();
    await make(addToCart, 'check', 'test');
    await collect(cart({ properties: { price: 5 } }));
    const checked = await (await act('1', 'check')).json();
    expect(checked).toMatchObject({ fields: [{ field: 'price', seen: true }] });
  });

  it('that cannot be kept tell the host, while what reports is taken once', async () => {
    const memory = createMemoryStore();
    let isBroken = false;
    const transact: DocumentStore['transact'] = (collection, ...change) =>
      isBroken && collection === 'test-records'
        ? Promise.reject(new Error('disk full'))
        : memory.transact(collection, ...change);
    const onError = vi.fn();
    const { make, collect } = await setUp({ store: { ...memory, transact }, onError });
    await make(addToCart, 'check', 'test');
    isBroken = true;
    expect(await collect(launch, cart())).toMatchObject({ accepted: 1, recorded: 1 });
    expect(onError).toHaveBeenCalledOnce();
  });

  it('and verdicts that cannot be looked up keep everything out: 500, to be sent again', async () => {
    const memory = createMemoryStore();
    let isBroken = false;
    const transact: DocumentStore['transact'] = (...change) =>
      isBroken ? Promise.reject(new Error('disk full')) : memory.transact(...change);
    const { make, problem, reports } = await setUp({ store: { ...memory, transact } });
    await make(addToCart);
    isBroken = true;
    await problem(500, `${APP}/events:collect`, { json: [launch] });
    expect(reports.size.events).toBe(1);
  });
});

describe('a dry run', () => {
  const dryRun = `${EVENTS}/1/dry-run`;
  const clicked = (ts: string, element: string) => ({
    ...launch,
    ts,
    event: 'click',
    page_path: 'pages/product',
    properties: { element },
  });

  it('counts by day what the configuration would have matched, over the seven days that end yesterday', async () => {
    const { make, collect, post } = await setUp();
    await collect(
      clicked('2026-11-14T23:59:59Z', '#add'),
      clicked('2026-11-15T00:00:00Z', '#add'),
      clicked('2026-11-21T12:00:00Z', '#add'),
      clicked('2026-11-21T23:59:59Z', '#add'),
      clicked('2026-11-21T12:00:00Z', '#other'),
      clicked('2026-11-22T00:00:00Z', '#add'),
    );
    await make(addToCart);
    const answer = (await (await post(dryRun, '')).json()) as { days: { day: string }[] };
    expect(answer).toMatchObject({ matched: 3 });
    expect(answer.days).toHaveLength(7);
    expect(answer.days[0]).toEqual({ day: '2026-11-15', matched: 1 });
    expect(answer.days.at(-1)).toEqual({ day: '2026-11-21', matched: 2 });
  });

  it('takes the number of days and the zone', async () => {
    const { make, collect, post } = await setUp();
    await collect(clicked('2026-11-21T16:30:00Z', '#add'), clicked('2026-11-21T15:30:00Z', '#add'));
    await make(addToCart);
    expect(await (await post(`${dryRun}?days=1`, '')).json()).toEqual({
      days: [{ day: '2026-11-21', matched: 2 }],
      matched: 2,
    });
    const shanghai = await post(`${dryRun}?days=1&timezone=Asia/Shanghai`, '');
    expect(await shanghai.json()).toEqual({ days: [{ day: '2026-11-21', matched: 1 }], matched: 1 });
  });

  it.each([
    ['?days=0', 400],
    ['?days=91', 400],
    ['?days=x', 400],
    ['?day=7', 400],
    ['?timezone=Mars/Base', 422],
    ['?days=0&timezone=Mars/Base', 400],
  ])('is refused for %s', async (query, status) => {
    const { make, problem } = await setUp();
    await make(addToCart);
    await problem(status, dryRun + query, { method: 'POST' });
  });

  it('takes one day and ninety', async () => {
    const { make, post } = await setUp();
    await make(addToCart);
    for (const days of [1, 90]) {
      const { days: counted } = (await (await post(`${dryRun}?days=${days}`, '')).json()) as { days: object[] };
      expect(counted).toHaveLength(days);
    }
  });

  it('counts events of its name where they are reported through the API, and none where the app has no data', async () => {
    const api = { ...addToCart, method: 'api', actions: [] } as const;
    const { make, collect, post } = await setUp();
    await collect(cart({ ts: '2026-11-21T12:00:00Z' }));
    await make({ ...api, actions: [] });
    expect(await (await post(dryRun, '')).json()).toMatchObject({ matched: 1 });
    const apps = [{ id: 'lantern-tea', name: 'Lantern Tea', type: 'mini_program', status: 'available' } as const];
    const empty = definitionsAsker({ reports: createEngine({ clock: { now: () => NOW } }), apps });
    await empty.make(addToCart);
    expect(await (await empty.post(dryRun, '')).json()).toMatchObject({ matched: 0 });
  });

  it('is not available where event reports are not', async () => {
    const { make, problem } = definitionsAsker();
    await make(addToCart);
    expect((await problem(422, dryRun, { method: 'POST' })).code).toBe('not_available');
    await problem(404, `${EVENTS}/2/dry-run`, { method: 'POST' });
  });
});

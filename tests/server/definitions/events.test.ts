import { describe, expect, it, vi } from 'vitest';
import type { EventDefinition, EventDefinitionList, Permission, Problem } from '#contract/api.js';
import { ReportError } from '#contract/problems.js';
import { createMemoryStore, type DocumentStore } from '#server/index.js';
import { asker } from '../fixtures/asker.js';
import { addToCart, click, definitionsAsker, EVENTS } from '../fixtures/definitions-asker.js';
import { stubSource } from '../fixtures/stub-source.js';

const other = { ...addToCart, name: 'open_coupon', display_name: '打开优惠券' };
const changed = { ...addToCart, template: 'share' } as const;
const read = async <Body>(response: Response): Promise<Body> => (await response.json()) as Body;
const listOf = async (response: Promise<Response>) => read<EventDefinitionList>(await response);

describe('event definitions', () => {
  it('are created as drafts, at an address of their own, with the version that it has', async () => {
    const { post, get } = definitionsAsker({ permissions: () => ({ name: 'Mei', roles: ['super_admin'] }) });
    const created = await post(EVENTS, addToCart);
    expect(created.status).toBe(201);
    expect(created.headers.get('Location')).toBe(`${EVENTS}/1`);
    expect(created.headers.get('Cache-Control')).toBe('no-store');
    const definition = await read<EventDefinition>(created);
    expect(definition).toEqual({
      ...addToCart,
      id: '1',
      state: 'draft',
      fields: [],
      checked: false,
      created_at: '2026-11-22T06:00:00.000Z',
      updated_at: '2026-11-22T06:00:00.000Z',
      updated_by: 'Mei',
      published_at: null,
      published: null,
    });
    const again = await get(`${EVENTS}/1`);
    expect(again.headers.get('ETag')).toBe(created.headers.get('ETag'));
    expect(await again.json()).toEqual(definition);
  });

  it('answer 304 for the version that the client has, and not for one that was written over', async () => {
    const { make, get, put } = definitionsAsker();
    await make(addToCart);
    const etag = (await get(`${EVENTS}/1`)).headers.get('ETag')!;
    expect((await get(`${EVENTS}/1`, { 'If-None-Match': etag })).status).toBe(304);
    await put(`${EVENTS}/1`, changed, etag);
    expect((await get(`${EVENTS}/1`, { 'If-None-Match': etag })).status).toBe(200);
  });

  it('are replaced as a whole, and each write gives the version for the next', async () => {
    const { make, put, clock } = definitionsAsker();
    await make(addToCart);
    clock.at += 60_000;
    const first = await put(`${EVENTS}/1`, changed, '"v1"');
    expect([first.status, first.headers.get('ETag')]).toEqual([200, '"v2"']);
    expect(await first.json()).toMatchObject({ template: 'share', updated_at: '2026-11-22T06:01:00.000Z' });
    expect((await put(`${EVENTS}/1`, { ...changed, actions: [] }, '"v2"')).headers.get('ETag')).toBe('"v3"');
  });

  it('can be sent back as they were read', async () => {
    const { make, put } = definitionsAsker();
    const definition = await make(addToCart, 'check');
    expect(await (await put(`${EVENTS}/1`, definition)).json()).toMatchObject({
      checked: true,
      fields: [{ seen: false }],
    });
  });

  it('are listed newest first, in pages', async () => {
    const { make, get } = definitionsAsker();
    for (let n = 1; n <= 5; n++) await make({ ...addToCart, name: `event_${n}`, display_name: `Event ${n}` });
    const names = async (query: string) => (await listOf(get(`${EVENTS}${query}`))).definitions.map(({ name }) => name);
    expect(await names('')).toEqual(['event_5', 'event_4', 'event_3', 'event_2', 'event_1']);
    expect(await names('?page_size=2')).toEqual(['event_5', 'event_4']);
    expect(await names('?page=3&page_size=2')).toEqual(['event_1']);
    expect(await names('?page=4&page_size=2')).toEqual([]);
    expect((await listOf(get(`${EVENTS}?page=4&page_size=2`))).row_count).toBe(5);
  });

  it.each([
    ['CART', ['add_to_cart']],
    ['优惠', ['open_coupon']],
    ['o', ['open_coupon', 'add_to_cart']],
    ['nothing', []],
  ])('are searched by name and display name: %s', async (search, names) => {
    const { make, get } = definitionsAsker();
    await make(addToCart);
    await make(other);
    const list = await listOf(get(`${EVENTS}?search=${encodeURIComponent(search)}`));
    expect(list.definitions.map(({ name }) => name)).toEqual(names);
    expect(list.row_count).toBe(names.length);
  });

  it.each([
    ['?page=0', 'page'],
    ['?page_size=0', 'page_size'],
    ['?page_size=201', 'page_size'],
    ['?page=1.5', 'page'],
    ['?search=', 'search'],
    ['?pagesize=2', 'pagesize'],
  ])('are not listed for %s', async (query, parameter) => {
    const { errors } = await definitionsAsker().problem(400, EVENTS + query);
    expect(errors?.map((fault) => fault.parameter)).toEqual([parameter]);
  });

  it('name all faults of a list at once, and take its edges', async () => {
    const { problem, get } = definitionsAsker();
    expect((await problem(400, `${EVENTS}?page=x&page_size=x&search=`)).errors).toHaveLength(3);
    expect((await get(`${EVENTS}?page=1&page_size=200&search=${'x'.repeat(256)}`)).status).toBe(200);
    await problem(400, `${EVENTS}?search=${'x'.repeat(257)}`);
  });

  it('are deleted as drafts, and are gone then', async () => {
    const { make, delete: remove, problem } = definitionsAsker();
    await make(addToCart);
    const deleted = await remove(`${EVENTS}/1`);
    expect([deleted.status, await deleted.text()]).toEqual([204, '']);
    expect((await problem(404, `${EVENTS}/1`)).code).toBe('not_found');
    await make(addToCart); // its name is free again
  });

  it('are answered from the store of each app for itself', async () => {
    const { make, problem, post } = definitionsAsker();
    await make(addToCart);
    await problem(404, '/v1/apps/bamboo-run/events/1');
    expect((await post('/v1/apps/bamboo-run/events', addToCart)).status).toBe(201);
  });

  it('are read where their names break the rules, as another back end may have let them, and can be changed', async () => {
    const store = createMemoryStore();
    const { make, get, put } = definitionsAsker({ store });
    const definition = await make(addToCart);
    const legacy = { ...definition, name: 'Add To Cart!', display_name: 'x'.repeat(40) };
    await store.transact('events', 'lantern-tea', (documents) => documents.put('1', legacy));
    expect(await (await get(`${EVENTS}/1`)).json()).toMatchObject({ name: 'Add To Cart!' });
    expect((await listOf(get(EVENTS))).definitions).toHaveLength(1);
    expect((await put(`${EVENTS}/1`, { ...legacy, template: 'share' })).status).toBe(200);
  });
});

describe('observed events', () => {
  const values = [
    { value: 'page_view', count: 90 },
    { value: 'open_coupon', count: 12 },
    { value: 'add_to_cart', count: 7 },
    { value: 'Scan Table', count: 3 },
  ];
  const source = () => stubSource({ values: () => Promise.resolve({ field: 'event', type: 'string', values }) });

  it('are collected names without a definition, most frequent first, and no reserved ones', async () => {
    const { make, get } = definitionsAsker({ source: source() });
    await make(addToCart);
    const { observed } = await listOf(get(EVENTS));
    expect(observed).toEqual([
      { name: 'open_coupon', count: 12 },
      { name: 'Scan Table', count: 3 },
    ]);
    expect((await listOf(get(`${EVENTS}?search=scan&page=9`))).observed).toEqual([{ name: 'Scan Table', count: 3 }]);
  });

  it('are none where the source knows nothing of the app yet', async () => {
    const unknown = () => Promise.reject(new ReportError('app_not_found', 'No event has named it.'));
    const { get, make } = definitionsAsker({ source: stubSource({ values: unknown }) });
    expect((await listOf(get(EVENTS))).observed).toEqual([]);
    expect((await make(addToCart, 'check')).fields).toEqual([{ field: 'price', type: 'number', seen: false }]);
  });

  it('fail with the source', async () => {
    const { problem } = definitionsAsker({ source: stubSource({ values: () => Promise.reject(new Error('down')) }) });
    await problem(500, EVENTS);
  });
});

describe('writes', () => {
  it.each([
    ['PUT', EVENTS, changed],
    ['DELETE', EVENTS, undefined],
    ...['check', 'test', 'publish', 'unpublish'].map((action) => ['POST', action, undefined] as const),
  ] as const)('%s %s need If-Match, and the newest version', async (method, where, body) => {
    const { make, send, problem } = definitionsAsker();
    await make(addToCart, 'check', 'publish');
    const path = where === EVENTS ? `${EVENTS}/1` : `${EVENTS}/1/${where}`;
    const init = { method, ...(body && { body: JSON.stringify(body) }) };
    expect((await problem(428, path, init)).detail).toContain('"v3"');
    const stale = await send(path, { ...init, headers: { 'If-Match': '"v2"' } });
    expect([stale.status, stale.headers.get('ETag')]).toEqual([412, '"v3"']);
    const { code, current } = await read<Problem>(stale);
    expect([code, current]).toEqual(['changed_meanwhile', expect.objectContaining({ id: '1', state: 'published' })]);
  });

  it.each(['"v1"', 'W/"v1"', '"v0", "v1"', '*'])('accept If-Match: %s for the first version', async (ifMatch) => {
    const { make, put } = definitionsAsker();
    await make(addToCart);
    expect((await put(`${EVENTS}/1`, changed, ifMatch)).status).toBe(200);
  });

  it('of two clients that edit one draft leave the first, show it to the second, and let that one choose', async () => {
    const { make, get, put } = definitionsAsker();
    await make(addToCart);
    const [mine, theirs] = await Promise.all([get(`${EVENTS}/1`), get(`${EVENTS}/1`)]);
    const [first, second] = await Promise.all([
      put(`${EVENTS}/1`, changed, mine.headers.get('ETag')!),
      put(`${EVENTS}/1`, { ...addToCart, template: 'enter_page' }, theirs.headers.get('ETag')!),
    ]);
    expect([first.status, second.status]).toEqual([200, 412]);
    expect((await read<Problem>(second)).current).toMatchObject({ template: 'share' });
    const chosen = await put(`${EVENTS}/1`, { ...addToCart, template: 'enter_page' }, second.headers.get('ETag')!);
    expect(await chosen.json()).toMatchObject({ template: 'enter_page' });
  });

  it('are refused where a name is taken, naming each', async () => {
    const { make, problem } = definitionsAsker();
    await make(addToCart);
    const { code, errors } = await problem(409, EVENTS, { json: addToCart });
    expect([code, errors?.map(({ parameter }) => parameter)]).toEqual(['name_taken', ['/name', '/display_name']]);
    expect((await problem(409, EVENTS, { json: { ...other, name: 'page_view' } })).errors?.[0]?.message).toMatch(
      /reserved/,
    );
  });

  it('do not change names', async () => {
    const { make, put } = definitionsAsker();
    await make(addToCart);
    const response = await put(`${EVENTS}/1`, other);
    expect(response.status).toBe(409);
    expect((await read<Problem>(response)).errors?.map(({ parameter }) => parameter)).toEqual([
      '/name',
      '/display_name',
    ]);
  });

  it('to what is not there are 404', async () => {
    const { put, delete: remove, act } = definitionsAsker();
    for (const response of [await put(`${EVENTS}/9`, addToCart), await remove(`${EVENTS}/9`), await act('9', 'check')])
      expect(response.status).toBe(404);
  });

  it('that the store fails are 500 and change nothing: publish, sent again, leaves one published version', async () => {
    const memory = createMemoryStore();
    let isBroken = false;
    const store: DocumentStore = {
      ...memory,
      transact: (collection, app, change) =>
        memory.transact(collection, app, (documents) => {
          const result = change(documents);
          if (isBroken) throw new Error('disk full');
          return result;
        }),
    };
    const onError = vi.fn();
    const { make, act, get } = definitionsAsker({ store, onError });
    await make(addToCart, 'check');
    isBroken = true;
    expect((await act('1', 'publish', '"v2"')).status).toBe(500);
    expect(onError).toHaveBeenCalledOnce();
    isBroken = false;
    expect(await (await get(`${EVENTS}/1`)).json()).toMatchObject({ state: 'draft', published: null });
    expect((await act('1', 'publish', '"v2"')).status).toBe(200);
    const { definitions } = await listOf(get(EVENTS));
    expect(definitions).toMatchObject([{ state: 'published', published: { name: 'add_to_cart' } }]);
  });

  it('that were done although their answer was lost are seen to be: the retry is 412 and shows it done', async () => {
    const { make, act } = definitionsAsker();
    await make(addToCart, 'check');
    await act('1', 'publish', '"v2"');
    const retry = await act('1', 'publish', '"v2"');
    expect([retry.status, (await read<Problem>(retry)).current]).toEqual([
      412,
      expect.objectContaining({ state: 'published' }),
    ]);
  });
});

describe('the life of a definition', () => {
  it('goes over check and test to published, and back', async () => {
    const { make, act, clock } = definitionsAsker();
    expect(await make(addToCart, 'check')).toMatchObject({ state: 'draft', checked: true });
    expect(await (await act('1', 'test')).json()).toMatchObject({ state: 'testing', published: null });
    clock.at += 1000;
    const published = await read<EventDefinition>(await act('1', 'publish'));
    expect(published).toMatchObject({
      state: 'published',
      published_at: '2026-11-22T06:00:01.000Z',
      published: addToCart,
    });
    expect(await (await act('1', 'unpublish')).json()).toMatchObject({ state: 'draft', published: null });
  });

  it('keeps the published version beside a newer draft', async () => {
    const { make, put } = definitionsAsker();
    await make(addToCart, 'check', 'publish');
    expect(await (await put(`${EVENTS}/1`, changed)).json()).toMatchObject({
      ...changed,
      state: 'draft',
      checked: false,
      published: addToCart,
    });
  });

  it.each([
    ['test', []],
    ['publish', []],
    ['unpublish', ['check']],
    ['test', ['check', 'publish']],
  ])('refuses %s after %j', async (action, before) => {
    const { make, act } = definitionsAsker();
    await make(addToCart, ...before);
    const response = await act('1', action);
    expect([response.status, (await read<Problem>(response)).code]).toEqual([409, 'wrong_state']);
  });

  it.each([[['check', 'test']], [['check', 'publish']]])('refuses to delete after %j', async (actions) => {
    const { make, delete: remove } = definitionsAsker();
    await make(addToCart, ...actions);
    expect((await remove(`${EVENTS}/1`)).status).toBe(409);
  });

  it('does not publish a configuration that was changed after its check', async () => {
    const { make, put, act } = definitionsAsker();
    await make(addToCart, 'check');
    await put(`${EVENTS}/1`, changed);
    expect((await act('1', 'publish')).status).toBe(409);
    await act('1', 'check');
    expect((await act('1', 'publish')).status).toBe(200);
  });

  it('publishes once: again changes neither the version in force nor its date', async () => {
    const { make, act, clock } = definitionsAsker();
    const { published_at } = await make(addToCart, 'check', 'publish');
    clock.at += 1000;
    expect(await (await act('1', 'publish')).json()).toMatchObject({ state: 'published', published_at });
  });

  it('is told by check what is wrong, all at once, and where', async () => {
    const { make, act } = definitionsAsker();
    const faulty = [
      { ...click, element: null, data: [{ field: 'unit price', type: 'number', from: '' }] },
      { ...click, trigger: 'pageLoad' },
    ] as const;
    await make({ ...addToCart, actions: [...faulty] } as never);
    const response = await act('1', 'check');
    expect(response.status).toBe(422);
    expect((await read<Problem>(response)).errors?.map(({ parameter }) => parameter)).toEqual([
      '/actions/0/element',
      '/actions/0/data/0/field',
      '/actions/0/data/0/from',
      '/actions/1/element',
    ]);
  });

  it.each([
    ['as a custom field of that type', 'properties.price', 'number', [{ value: 9.5, count: 1 }], true],
    ['as one of an event’s own', 'city', 'string', [{ value: 'Xian', count: 1 }], true],
    ['of another type', 'properties.price', 'string', [{ value: '9.5', count: 1 }], false],
    ['never', 'properties.price', 'string', [], false],
  ] as const)('learns by check whether a field was seen: %s', async (_, id, type, seen, expected) => {
    const values = (_scope: unknown, { field }: { field: string }) =>
      Promise.resolve({ field, type, values: field === id ? [...seen] : [] });
    const { make } = definitionsAsker({ source: stubSource({ values }) });
    const field = id === 'city' ? 'city' : 'price';
    const data = [{ field, type: id === 'city' ? 'string' : 'number', from: 'x' }] as const;
    const { fields } = await make({ ...addToCart, actions: [{ ...click, data: [...data] }] }, 'check');
    expect(fields).toMatchObject([{ field, seen: expected }]);
  });
});

describe('permissions for definitions', () => {
  const held = (...permissions: Permission[]) => {
    let granted: readonly Permission[] = ['events.read', 'events.write', 'events.publish'];
    const ask = definitionsAsker({ permissions: () => ({ permissions: granted }) });
    return { ...ask, hold: () => (granted = permissions) };
  };
  const body = JSON.stringify(addToCart);

  it.each<[string, string, RequestInit, Permission]>([
    ['list', EVENTS, {}, 'events.read'],
    ['read', `${EVENTS}/1`, {}, 'events.read'],
    ['test records', `${EVENTS}/1/test-records`, {}, 'events.read'],
    ['dry run', `${EVENTS}/1/dry-run`, { method: 'POST' }, 'events.read'],
    ['create', EVENTS, { method: 'POST', body }, 'events.write'],
    ['replace', `${EVENTS}/1`, { method: 'PUT', body }, 'events.write'],
    ['delete', `${EVENTS}/1`, { method: 'DELETE' }, 'events.write'],
    ['check', `${EVENTS}/1/check`, { method: 'POST' }, 'events.write'],
    ['test', `${EVENTS}/1/test`, { method: 'POST' }, 'events.write'],
    ['publish', `${EVENTS}/1/publish`, { method: 'POST' }, 'events.publish'],
    ['unpublish', `${EVENTS}/1/unpublish`, { method: 'POST' }, 'events.publish'],
  ])('%s needs its own', async (_, path, init, permission) => {
    const others = (['events.read', 'events.write', 'events.publish'] as const).filter((one) => one !== permission);
    const without = held(...others);
    await without.make(addToCart, 'check');
    without.hold();
    expect(await without.problem(403, path, init)).toMatchObject({ code: 'forbidden', permission });
    const { make, send, hold } = held(permission);
    await make(addToCart, 'check');
    hold();
    expect((await send(path, { ...init, headers: { 'If-Match': '*' } })).status).not.toBe(403);
  });

  it('come before the app, the body and the version', async () => {
    const { problem } = definitionsAsker({ permissions: () => ({ permissions: [] }) });
    await problem(403, '/v1/apps/nowhere/events', { json: '{' });
    const other = definitionsAsker({ permissions: () => ({ roles: ['super_admin'], apps: ['bamboo-run'] }) });
    expect((await other.problem(404, EVENTS, { json: '{' })).code).toBe('app_not_found');
    await definitionsAsker({ permissions: () => null }).problem(401, EVENTS);
  });
});

describe('pages of other origins', () => {
  it('may write where they may ask, and read the version', async () => {
    const { send } = definitionsAsker({ cors: { origins: ['https://console.example'] } });
    const headers = { Origin: 'https://console.example' };
    const preflight = await send(`${EVENTS}/1`, { method: 'OPTIONS', headers });
    expect(preflight.headers.get('Access-Control-Allow-Methods')).toBe('GET, HEAD, PUT, DELETE, OPTIONS');
    expect(preflight.headers.get('Access-Control-Allow-Headers')).toContain('If-Match');
    const created = await send(EVENTS, { method: 'POST', headers, body: JSON.stringify(addToCart) });
    expect(created.headers.get('Access-Control-Expose-Headers')).toContain('ETag');
  });
});

describe('a back end that keeps no definitions', () => {
  it.each<[string, RequestInit]>([
    [EVENTS, {}],
    [EVENTS, { method: 'POST', body: '{}' }],
    [`${EVENTS}/1`, { method: 'PUT', body: '{}' }],
    [`${EVENTS}/1/publish`, { method: 'POST' }],
    ['/v1/apps/lantern-tea/funnels', {}],
    ['/v1/apps/lantern-tea/funnels/1', { method: 'DELETE' }],
    ['/v1/apps/lantern-tea/queries', {}],
  ])('answers %s %j with 422 not_available', async (path, init) => {
    expect((await asker().problem(422, path, init)).code).toBe('not_available');
  });

  it('says so in its catalogue', async () => {
    expect(await (await asker().get('/v1/catalog')).json()).toMatchObject({ defines: false });
    expect(await (await definitionsAsker().get('/v1/catalog')).json()).toMatchObject({ defines: true });
  });

  it('collects all the same', async () => {
    const { send } = asker();
    expect((await send('/v1/apps/lantern-tea/events:collect', { method: 'POST', body: '{}' })).status).toBe(200);
  });
});

import { describe, expect, it } from 'vitest';
import type { EventDefinition } from '#contract/api.js';
import { createMemoryStore } from '#server/index.js';
import { addToCart, definitionsAsker, EVENTS } from '../../fixtures/definitions-asker.js';
import { changed, listOf, other, read } from './bodies.js';

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

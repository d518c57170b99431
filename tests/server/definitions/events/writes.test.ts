import { describe, expect, it, vi } from 'vitest';
import type { Problem } from '#contract/api.js';
import { createMemoryStore, type DocumentStore } from '#server/index.js';
import { addToCart, definitionsAsker, EVENTS } from '../../fixtures/definitions-asker.js';
import { changed, listOf, other, read } from './bodies.js';

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

import { describe, expect, it } from 'vitest';
import type { EventDefinition, Problem } from '#contract/api.js';
import { addToCart, click, definitionsAsker, EVENTS } from '../../fixtures/definitions-asker.js';
import { stubSource } from '../../fixtures/stub-source.js';
import { changed, read } from './bodies.js';

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

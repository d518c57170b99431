import { describe, expect, it } from 'vitest';
import type { Permission, Problem, SavedFunnel, SavedFunnelList } from '#contract/api.js';
import { createEngine } from '#engine/index.js';
import { definitionsAsker, FUNNELS } from '../fixtures/definitions-asker.js';

const steps = (count: number) => Array.from({ length: count }, (_, index) => ({ event: `step_${index}` }));
const checkout = { name: 'Checkout', steps: steps(2) };
const filter = { field: 'os_name', operator: 'eq', values: ['iOS'] };
const filtered = (change: object) => ({
  ...checkout,
  steps: [{ event: 'pay', filters: [{ ...filter, ...change }] }, { event: 'share' }],
});
const read = async <Body>(response: Response): Promise<Body> => (await response.json()) as Body;

describe('saved funnels', () => {
  it('are created, at an address of their own, with what was left out filled in', async () => {
    const { post, get } = definitionsAsker({ permissions: () => ({ name: 'Mei', roles: ['super_admin'] }) });
    const created = await post(FUNNELS, checkout);
    expect([created.status, created.headers.get('Location'), created.headers.get('ETag')]).toEqual([
      201,
      `${FUNNELS}/1`,
      '"v1"',
    ]);
    const funnel = {
      name: 'Checkout',
      steps: steps(2).map((step) => ({ ...step, filters: [] })),
      window_seconds: null,
      group_by: [],
      id: '1',
      created_at: '2026-11-22T06:00:00.000Z',
      updated_at: '2026-11-22T06:00:00.000Z',
      updated_by: 'Mei',
    };
    expect(await created.json()).toEqual(funnel);
    const again = await get(`${FUNNELS}/1`);
    expect(await again.json()).toEqual(funnel);
    expect((await get(`${FUNNELS}/1`, { 'If-None-Match': '"v1"' })).status).toBe(304);
  });

  it('are replaced, and can be sent back as they were read', async () => {
    const { post, get, put, clock } = definitionsAsker();
    await post(FUNNELS, checkout);
    clock.at += 1000;
    const changed = await put(`${FUNNELS}/1`, { ...checkout, window_seconds: 60, group_by: ['city'] }, '"v1"');
    expect(changed.headers.get('ETag')).toBe('"v2"');
    const funnel = await read<SavedFunnel>(changed);
    expect(funnel).toMatchObject({ window_seconds: 60, group_by: ['city'], created_at: '2026-11-22T06:00:00.000Z' });
    expect(funnel.updated_at).toBe('2026-11-22T06:00:01.000Z');
    expect((await put(`${FUNNELS}/1`, await (await get(`${FUNNELS}/1`)).json(), '"v2"')).status).toBe(200);
  });

  it('are listed newest first, in pages, and searched by name', async () => {
    const { post, get } = definitionsAsker();
    for (const name of ['Checkout', 'Coupon', '结账']) await post(FUNNELS, { ...checkout, name });
    const list = async (query: string) => {
      const { funnels, row_count } = await read<SavedFunnelList>(await get(FUNNELS + query));
      return [funnels.map(({ name }) => name), row_count];
    };
    expect(await list('')).toEqual([['结账', 'Coupon', 'Checkout'], 3]);
    expect(await list('?page=2&page_size=2')).toEqual([['Checkout'], 3]);
    expect(await list('?search=CO')).toEqual([['Coupon'], 1]);
    expect(await list('?search=%E7%BB%93')).toEqual([['结账'], 1]);
  });

  it('are deleted, and are gone then', async () => {
    const { post, delete: remove, problem } = definitionsAsker();
    await post(FUNNELS, checkout);
    expect((await remove(`${FUNNELS}/1`, '"v1"')).status).toBe(204);
    await problem(404, `${FUNNELS}/1`);
    expect((await remove(`${FUNNELS}/1`)).status).toBe(404);
  });

  it('have a name that stands once, which they may keep', async () => {
    const { post, put, problem } = definitionsAsker();
    await post(FUNNELS, checkout);
    await post(FUNNELS, { ...checkout, name: 'Coupon' });
    expect((await problem(409, FUNNELS, { json: checkout })).errors).toMatchObject([{ parameter: '/name' }]);
    expect((await put(`${FUNNELS}/2`, checkout)).status).toBe(409);
    expect((await put(`${FUNNELS}/1`, { ...checkout, steps: steps(3) })).status).toBe(200);
  });

  it('are not written without If-Match, and not over a version that the writer has not seen', async () => {
    const { post, put, send, delete: remove, problem } = definitionsAsker();
    await post(FUNNELS, checkout);
    const body = JSON.stringify(checkout);
    expect((await problem(428, `${FUNNELS}/1`, { method: 'PUT', body })).code).toBe('if_match_required');
    await problem(428, `${FUNNELS}/1`, { method: 'DELETE' });
    await put(`${FUNNELS}/1`, { ...checkout, steps: steps(3) }, '"v1"');
    const stale = await send(`${FUNNELS}/1`, { method: 'PUT', body, headers: { 'If-Match': '"v1"' } });
    expect([stale.status, stale.headers.get('ETag')]).toEqual([412, '"v2"']);
    expect(((await read<Problem>(stale)).current as { steps: object[] }).steps).toHaveLength(3);
    expect((await remove(`${FUNNELS}/1`, '"v1"')).status).toBe(412);
  });

  it.each<[string, object]>([
    ['a name of 64 characters', { ...checkout, name: '购'.repeat(64) }],
    ['ten steps', { ...checkout, steps: steps(10) }],
    ['the same event twice', { ...checkout, steps: [{ event: 'a' }, { event: 'a' }] }],
    ['a window of one second', { ...checkout, window_seconds: 1 }],
    ['no window', { ...checkout, window_seconds: null }],
    ['two fields to group by', { ...checkout, group_by: ['city', 'properties.plan'] }],
    ['none to group by', { ...checkout, group_by: [] }],
    ['a filter', filtered({})],
    ['a filter on a custom field', filtered({ field: 'properties.plan' })],
  ])('may have %s', async (_, body) => {
    expect((await definitionsAsker().post(FUNNELS, body)).status).toBe(201);
  });

  it.each<[string, object, number, string[]]>([
    ['no name', { steps: steps(2) }, 400, ['/name']],
    ['a blank name', { ...checkout, name: ' ' }, 400, ['/name']],
    ['a name of 65 characters', { ...checkout, name: 'a'.repeat(65) }, 400, ['/name']],
    ['no steps', { name: 'x' }, 400, ['/steps']],
    ['one step', { ...checkout, steps: steps(1) }, 400, ['/steps']],
    ['eleven steps', { ...checkout, steps: steps(11) }, 400, ['/steps']],
    ['a step without an event', { ...checkout, steps: [{}, { event: 'a' }] }, 400, ['/steps/0/event']],
    [
      'a step that is mistyped',
      { ...checkout, steps: [{ event: 'a', filter: [] }, { event: 'b' }] },
      400,
      ['/steps/0/filter'],
    ],
    ['an unknown field', filtered({ field: 'planet' }), 422, ['/steps/0/filters/0/field']],
    ['an unknown operator', filtered({ operator: 'like' }), 400, ['/steps/0/filters/0/operator']],
    ['an operator that does not fit', filtered({ operator: 'gt', values: [1] }), 422, ['/steps/0/filters/0/operator']],
    ['two values for one', filtered({ values: ['a', 'b'] }), 400, ['/steps/0/filters/0/values']],
    ['a window of no length', { ...checkout, window_seconds: 0 }, 400, ['/window_seconds']],
    ['a negative window', { ...checkout, window_seconds: -1 }, 400, ['/window_seconds']],
    ['a window in parts of seconds', { ...checkout, window_seconds: 1.5 }, 400, ['/window_seconds']],
    ['three fields to group by', { ...checkout, group_by: ['city', 'os_name', 'source'] }, 400, ['/group_by']],
    ['an unknown field to group by', { ...checkout, group_by: ['planet'] }, 422, ['/group_by']],
    ['a range, which is for the question', { ...checkout, range: 'today' }, 400, ['/range']],
    [
      'all that is wrong at once',
      { name: '', steps: steps(1), window_seconds: 0 },
      400,
      ['/name', '/steps', '/window_seconds'],
    ],
  ])('may not have %s', async (_, json, status, parameters) => {
    const { errors } = await definitionsAsker().problem(status, FUNNELS, { json });
    expect(errors?.map(({ parameter }) => parameter)).toEqual(parameters);
  });

  it.each<[string, RequestInit, Permission]>([
    [FUNNELS, {}, 'custom_analysis.read'],
    [`${FUNNELS}/1`, {}, 'custom_analysis.read'],
    [FUNNELS, { method: 'POST', body: '{}' }, 'funnels.write'],
    [`${FUNNELS}/1`, { method: 'PUT', body: '{}' }, 'funnels.write'],
    [`${FUNNELS}/1`, { method: 'DELETE' }, 'funnels.write'],
  ])('%s %j need their permission', async (path, init, permission) => {
    const others = (['custom_analysis.read', 'funnels.write'] as const).filter((one) => one !== permission);
    const { problem } = definitionsAsker({ permissions: () => ({ permissions: [...others] }) });
    expect(await problem(403, path, init)).toMatchObject({ permission });
  });

  it('are questions as they stand, with a range', async () => {
    const reports = createEngine();
    await reports.ingest('{"user_id":"u","ts":1,"event":"launch","app_id":"lantern-tea"}');
    const { post } = definitionsAsker({ reports });
    const { steps: saved, group_by } = await read<SavedFunnel>(await post(FUNNELS, filtered({})));
    const question = { start: '1970-01-01', end: '1970-01-01', steps: saved, group_by };
    expect((await post('/v1/apps/lantern-tea/reports/funnel', question)).status).toBe(200);
  });
});

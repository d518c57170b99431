import { describe, expect, it, vi } from 'vitest';
import { ReportError } from '#contract/problems.js';
import { reportNames } from '#contract/vocabulary.js';
import { createDefinitions, createHandler, createMemoryStore } from '#server/index.js';
import { routes } from '#server/routes.js';
import { operations } from './conforms.js';
import { asker } from './fixtures/asker.js';
import { stubSource } from './fixtures/stub-source.js';

const SUMMARY = '/v1/apps/lantern-tea/reports/summary?range=yesterday&metrics=opens';

describe('handler', () => {
  it('answers the catalogue, the apps and who asks', async () => {
    const { get } = asker();
    const catalog = (await (await get('/v1/catalog')).json()) as { reports: string[]; collects: boolean };
    expect(catalog.reports).toEqual(['summary', 'trend', 'breakdown']);
    expect(catalog.collects).toBe(true);
    const { apps } = (await (await get('/v1/apps')).json()) as { apps: { name: string }[] };
    expect(apps.map(({ name }) => name)).toEqual(['Bamboo Run', 'Lantern Tea']);
    const me = (await (await get('/v1/me')).json()) as { permissions: string[] };
    expect(me.permissions).toContain('events.collect');
  });

  it('lists in the catalogue only the reports that the source has', async () => {
    const distribution = vi.fn();
    const { get } = asker({ source: stubSource({ distribution }) });
    expect(await (await get('/v1/catalog')).json()).toMatchObject({
      reports: ['summary', 'trend', 'breakdown', 'distribution'],
    });
  });

  it.each(['/v1/apps/lantern-tea', '/v1/superapp'])('answers the reports of %s, by GET and by POST', async (scope) => {
    const { get, post, source } = asker();
    for (const report of ['summary', 'trend', 'breakdown'] as const) {
      const dimension = report === 'breakdown' ? { dimension: 'os_name' } : {};
      const query = { range: 'yesterday', metrics: ['opens', 'active_users'], ...dimension };
      const search = new URLSearchParams({ ...query, metrics: 'opens,active_users' });
      expect((await get(`${scope}/reports/${report}?${search}`)).status).toBe(200);
      expect((await post(`${scope}/reports/${report}`, query)).status).toBe(200);
      const [byGet, byPost] = source.asked.splice(0);
      expect(byGet).toEqual({ ...byPost!, signal: byGet!.signal });
      expect(byGet).toMatchObject({ report, scope: scope.slice('/v1/'.length) });
    }
  });

  it('fills in what a question leaves out', async () => {
    const { get, source } = asker();
    await get('/v1/superapp/reports/breakdown?range=last_7_days&metrics=visits,opens&dimension=source');
    expect(source.asked[0]!.query).toEqual({
      range: 'last_7_days',
      timezone: 'UTC',
      filters: [],
      profile: 'standard',
      environment: 'production',
      dimension: 'source',
      metrics: ['visits', 'opens'],
      order: '-visits',
      limit: 50,
    });
  });

  it('answers values and days', async () => {
    const { get, source } = asker();
    await get('/v1/apps/lantern-tea/values?field=os_name&search=i');
    await get('/v1/superapp/days?timezone=Asia/Shanghai&app_type=mini_game');
    expect(source.asked.map(({ scope, query }) => [scope, query])).toEqual([
      ['apps/lantern-tea', { field: 'os_name', search: 'i', limit: 50, environment: 'production' }],
      [
        'superapp',
        { timezone: 'Asia/Shanghai', profile: 'standard', environment: 'production', app_type: ['mini_game'] },
      ],
    ]);
  });

  it('answers 422 not_available for a report that the source lacks', async () => {
    const { problem } = asker();
    const { code, detail } = await problem(422, '/v1/superapp/reports/funnel', { json: {} });
    expect(code).toBe('not_available');
    expect(detail).toMatch(/does not answer the report funnel/);
  });

  it('answers 404 with the nearest app for one that is not there', async () => {
    const { problem } = asker();
    const { code, errors } = await problem(404, '/v1/apps/lantern-te/reports/summary?range=today&metrics=opens');
    expect(code).toBe('app_not_found');
    expect(errors?.[0]).toMatchObject({ parameter: 'app', allowed: ['lantern-tea', 'bamboo-run'] });
    expect(errors?.[0]?.message).toMatch(/Nearest: lantern-tea/);
  });

  it('takes the apps from the registry of the host where there is one', async () => {
    const apps = [{ id: 'mine', name: 'Mine', type: 'h5_app', status: 'available' } as const];
    const { get, problem } = asker({ apps: () => Promise.resolve(apps) });
    expect(await (await get('/v1/apps')).json()).toEqual({ apps });
    await problem(404, '/v1/apps/lantern-tea/days');
    expect((await get('/v1/apps/mine/days')).status).toBe(200);
  });

  it('finds an app whose id has letters that a path encodes', async () => {
    const apps = [{ id: '茶/一', name: 'Tea', type: 'h5_app', status: 'available' } as const];
    const { get, source } = asker({ apps });
    expect((await get(`/v1/apps/${encodeURIComponent('茶/一')}/days`)).status).toBe(200);
    expect(source.asked[0]!.scope).toBe('apps/茶/一');
  });

  it('finds a path whose colon is encoded, and an id with a broken escape nowhere', async () => {
    const { send, problem } = asker();
    const collect = await send('/v1/apps/lantern-tea/events%3Acollect', { method: 'POST', body: '{}' });
    expect(collect.status).toBe(200);
    expect((await problem(404, '/v1/apps/%E0%A4%A/days')).code).toBe('app_not_found');
  });

  it('answers 404 for a path that is not of the contract', async () => {
    const { problem } = asker();
    expect((await problem(404, '/v1/nothing')).code).toBe('not_found');
    expect((await problem(404, '/v1/apps/lantern-tea/eventsXcollect', { method: 'POST' })).code).toBe('not_found');
  });

  it.each([
    ['DELETE', '/v1/catalog', 'GET, HEAD, OPTIONS'],
    ['GET', '/v1/reports:batch', 'POST, OPTIONS'],
    ['GET', '/v1/superapp/reports/funnel', 'POST, OPTIONS'],
    ['PUT', '/v1/superapp/reports/trend', 'GET, HEAD, POST, OPTIONS'],
  ])('answers %s %s with 405 and what is allowed', async (method, path, allow) => {
    const { send } = asker();
    const response = await send(path, { method });
    expect(response.status).toBe(405);
    expect(response.headers.get('Allow')).toBe(allow);
    expect(await response.json()).toMatchObject({ code: 'method_not_allowed', status: 405 });
  });

  it('answers HEAD like GET without the body', async () => {
    const { send, get } = asker();
    const head = await send('/v1/catalog', { method: 'HEAD' });
    expect(head.status).toBe(200);
    expect(await head.text()).toBe('');
    expect(head.headers.get('ETag')).toBe((await get('/v1/catalog')).headers.get('ETag'));
  });

  it('lets the client cache: no-cache, an ETag, and 304 for the version that the client has', async () => {
    const { get } = asker();
    const first = await get(SUMMARY);
    expect(first.headers.get('Cache-Control')).toBe('private, no-cache');
    expect(first.headers.get('Vary')).toBe('Authorization, Origin');
    const etag = first.headers.get('ETag')!;
    expect(etag).toMatch(/^"[\w-]+"$/);
    expect((await get(SUMMARY, { 'If-None-Match': `"other", W/${etag}` })).status).toBe(304);
    expect((await get(SUMMARY, { 'If-None-Match': '"other"' })).status).toBe(200);
    expect((await get(`${SUMMARY},visits`)).headers.get('ETag')).not.toBe(etag);
  });

  it('never lets a problem be stored', async () => {
    const { get } = asker();
    expect((await get('/v1/superapp/reports/summary')).headers.get('Cache-Control')).toBe('no-store');
  });

  it('names each problem, so that it can be quoted', async () => {
    const { problem } = asker();
    const [first, second] = [await problem(404, '/v1/a'), await problem(404, '/v1/a')];
    expect(first.instance).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(first.instance).not.toBe(second.instance);
    expect(first.type).toBe('urn:miniapp-analytics:problem:not_found');
  });

  it('answers what the source refuses as the problem it names', async () => {
    const summary = () => Promise.reject(new ReportError('mixed_currencies', 'EUR and CNY do not add up.'));
    const { problem } = asker({ source: stubSource({ summary }) });
    const { code, detail } = await problem(422, SUMMARY);
    expect([code, detail]).toEqual(['mixed_currencies', 'EUR and CNY do not add up.']);
  });

  it('answers a failure of the source with 500, tells the host and keeps the details from the caller', async () => {
    const onError = vi.fn();
    const failure = new Error('password of the warehouse is hunter2');
    const { problem } = asker({ source: stubSource({ summary: () => Promise.reject(failure) }), onError });
    expect(JSON.stringify(await problem(500, SUMMARY))).not.toMatch(/hunter2/);
    expect(onError).toHaveBeenCalledExactlyOnceWith(failure, expect.any(Request));
  });

  it('passes the signal of the request on to the source and rejects when it is aborted', async () => {
    const control = new AbortController();
    let passedOn: AbortSignal | undefined;
    const summary = vi.fn((_scope: unknown, _query: unknown, context?: { signal?: AbortSignal }) => {
      passedOn = context?.signal;
      control.abort(new DOMException('nobody waits', 'AbortError'));
      return new Promise<never>(() => undefined); // never notices
    });
    const onError = vi.fn();
    const handler = createHandler({ reports: stubSource({ summary }), onError });
    const request = new Request(`http://back.end${SUMMARY}`, { signal: control.signal });
    await expect(handler.fetch(request)).rejects.toThrow('nobody waits');
    expect(passedOn?.aborted).toBe(true);
    await expect(handler.fetch(request)).rejects.toThrow('nobody waits');
    expect(summary).toHaveBeenCalledOnce();
    expect(onError).not.toHaveBeenCalled();
  });

  it('answers every path and method of the document, and no other', () => {
    const documented = operations().map(({ path, method }) => `${method} ${path}`);
    const definitions = createDefinitions({ store: createMemoryStore() });
    const routed = [...routes, ...definitions.routes].flatMap(({ path, answers }) =>
      Object.keys(answers).map((method) => `${method} ${path.replace(/:(app|id)\b/g, '{$1}')}`),
    );
    expect(routed.sort()).toEqual(documented.sort());
  });

  it('routes every report of the contract', async () => {
    const { send } = asker();
    for (const report of reportNames) {
      const response = await send(`/v1/superapp/reports/${report}`, { method: 'POST', body: '{}' });
      expect([400, 422]).toContain(response.status);
    }
  });
});

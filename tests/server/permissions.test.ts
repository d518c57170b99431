import { describe, expect, it } from 'vitest';
import type { Me } from '#contract/api.js';
import type { Grant } from '#server/index.js';
import { asker } from './fixtures/asker.js';

const ask = (grant: Grant | null) => asker({ permissions: () => Promise.resolve(grant) });
const summary = '/v1/apps/lantern-tea/reports/summary?range=today&metrics=opens';
const breakdown = (dimension: string): string =>
  `/v1/apps/lantern-tea/reports/breakdown?range=today&metrics=visits&dimension=${dimension}`;

describe('permissions', () => {
  it('are asked of the host with the request', async () => {
    const permissions = (request: Request): Grant | null =>
      request.headers.get('Authorization') === 'Bearer s3cret' ? { roles: ['superapp_operator'] } : null;
    const { get, problem } = asker({ permissions });
    const { code } = await problem(401, '/v1/me');
    expect(code).toBe('unauthorized');
    expect((await get('/v1/me')).headers.get('WWW-Authenticate')).toBe('Bearer');
    expect((await get('/v1/me', { Authorization: 'Bearer s3cret' })).status).toBe(200);
  });

  it('follow from the roles where the host names none', async () => {
    const me = (await (await ask({ name: 'Mei', roles: ['superapp_operator'] }).get('/v1/me')).json()) as Me;
    expect(me).toEqual({
      name: 'Mei',
      roles: ['superapp_operator'],
      permissions: [
        'data_overview.read',
        'page_analysis.read',
        'user_analysis.read',
        'custom_analysis.read',
        'events.read',
      ],
    });
  });

  it.each([
    [summary, 'data_overview.read'],
    [breakdown('page_path'), 'page_analysis.read'],
    [breakdown('os_name'), 'user_analysis.read'],
    ['/v1/apps/lantern-tea/days', 'data_overview.read'],
  ])('%s without its permission is 403 and names %s', async (path, permission) => {
    const problem = await ask({ permissions: ['events.write'] }).problem(403, path);
    expect(problem).toMatchObject({ code: 'forbidden', permission });
    expect(problem.detail).toContain(permission);
  });

  it('to collect are their own', async () => {
    const { problem } = ask({ roles: ['superapp_operator'] });
    const init = { method: 'POST', body: '{}' };
    expect(await problem(403, '/v1/apps/lantern-tea/events:collect', init)).toMatchObject({
      permission: 'events.collect',
    });
  });

  it('to read anything suffice for values and days', async () => {
    const { get } = ask({ permissions: ['page_analysis.read'] });
    expect((await get('/v1/apps/lantern-tea/values?field=os_name')).status).toBe(200);
  });

  it('come before faults: who may not ask learns nothing', async () => {
    await ask({ permissions: [] }).problem(403, '/v1/apps/nowhere/reports/summary?metrics=x');
  });

  it('can be for some apps: the others are not there, and the superapp is not theirs', async () => {
    const { get, problem } = ask({ roles: ['platform_admin'], apps: ['bamboo-run'] });
    expect(await (await get('/v1/apps')).json()).toMatchObject({ apps: [{ id: 'bamboo-run' }] });
    const { errors } = await problem(404, summary);
    expect(errors![0]!.allowed).toEqual(['bamboo-run']);
    expect((await problem(403, '/v1/superapp/days')).detail).toMatch(/all apps/);
    await problem(404, '/v1/apps/lantern-tea/events:collect', { method: 'POST', body: '{}' });
  });
});

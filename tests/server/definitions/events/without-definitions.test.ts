import { describe, expect, it } from 'vitest';
import { asker } from '../../fixtures/asker.js';
import { definitionsAsker, EVENTS } from '../../fixtures/definitions-asker.js';

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

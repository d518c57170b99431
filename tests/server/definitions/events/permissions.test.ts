import { describe, expect, it } from 'vitest';
import type { Permission } from '#contract/api.js';
import { addToCart, definitionsAsker, EVENTS } from '../../fixtures/definitions-asker.js';

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

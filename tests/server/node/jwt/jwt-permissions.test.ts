import { createSecretKey, generateKeyPairSync } from 'node:crypto';
import { errors } from 'jose';
import { describe, expect, it } from 'vitest';
import type { Me } from '#contract/api.js';
import { jwtPermissions, type JwtRules } from '#server/node/jwt/jwt-permissions.js';
import type { JwtKeys } from '#server/node/jwt/keys.js';
import { asker } from '../../fixtures/asker.js';
import { anyToken, issuer, NOW, tokenOf, unsigned } from './tokens.js';

const keys: JwtKeys = { keyOf: () => issuer.publicKey, algorithms: ['ES256'] };
const SUMMARY = '/v1/apps/lantern-tea/reports/summary?range=today&metrics=opens';

function ask(token: string, rules: Partial<JwtRules> = {}, given = keys) {
  const warned: string[] = [];
  const permissions = jwtPermissions(given, { ...anyToken, ...rules }, (text) => warned.push(text));
  const { get, problem } = asker({ permissions });
  const headers = { Authorization: `Bearer ${token}` };
  return {
    warned,
    get: (path: string) => get(path, headers),
    me: async () => (await (await get('/v1/me', headers)).json()) as Me,
    problem: (status: number, path = '/v1/me') => problem(status, path, { headers }),
  };
}

describe('a good token', () => {
  it('says who asks, in which roles, and what they may do', async () => {
    expect(await ask(await tokenOf()).me()).toEqual({
      name: 'mei',
      roles: ['superapp_operator'],
      permissions: expect.arrayContaining(['data_overview.read', 'events.read']) as unknown,
    });
  });

  it('may carry roles and permissions of other programs, which count for nothing', async () => {
    const token = await tokenOf({ roles: ['admin', 'root'], permissions: ['events.collect', 'mail.send'] });
    expect(await ask(token).me()).toEqual({ name: 'mei', roles: [], permissions: ['events.collect'] });
  });

  it('adds its permissions to those of its roles', async () => {
    const { permissions } = await ask(await tokenOf({ permissions: ['events.collect'] })).me();
    expect(permissions).toEqual(expect.arrayContaining(['events.collect', 'data_overview.read']));
  });

  it('may keep its claims elsewhere: in a path, in a URL, as one text of words', async () => {
    const token = await tokenOf({
      email: 'mei@lantern.example',
      realm_access: { roles: ['superapp_operator'] },
      'https://lantern.example/apps': ['lantern-tea'],
      scope: 'openid events.collect',
      roles: [],
    });
    const claims = {
      name: 'email',
      tenant: 'tenant',
      apps: 'https://lantern.example/apps',
      roles: 'realm_access.roles',
      permissions: 'scope',
    };
    const { me, get } = ask(token, { claims });
    const { name, roles, permissions } = await me();
    expect([name, roles]).toEqual(['mei@lantern.example', ['superapp_operator']]);
    expect(permissions).toContain('events.collect');
    expect(await (await get('/v1/apps')).json()).toMatchObject({ apps: [{ id: 'lantern-tea' }] });
  });

  it('without a permission is 403 and names it', async () => {
    const { problem } = ask(await tokenOf({ roles: [], permissions: ['events.read'] }));
    expect(await problem(403, SUMMARY)).toMatchObject({ code: 'forbidden', permission: 'data_overview.read' });
  });

  it('for some apps sees those alone: others are not there, and all together are forbidden', async () => {
    const { get, problem } = ask(await tokenOf({ apps: ['bamboo-run'] }));
    expect((await get(SUMMARY.replace('lantern-tea', 'bamboo-run'))).status).toBe(200);
    expect((await problem(404, SUMMARY)).code).toBe('app_not_found');
    expect((await problem(403, SUMMARY.replace('apps/lantern-tea', 'superapp'))).detail).toMatch(/access to all apps/);
  });

  it('for no app at all sees none', async () => {
    expect(await (await ask(await tokenOf({ apps: [] })).get('/v1/apps')).json()).toEqual({ apps: [] });
  });

  it.each([
    [{ tenant: 'bamboo' }, /of the tenant “bamboo”/],
    [{}, /of no tenant/],
  ] as const)('of another tenant (%j) is 403', async (claims, detail) => {
    const { problem } = ask(await tokenOf(claims), { tenant: 'lantern' });
    expect((await problem(403)).detail).toMatch(detail);
  });

  it.each(['lantern', ['bamboo', 'lantern']])('of the tenant that is served (%j) is accepted', async (tenant) => {
    expect((await ask(await tokenOf({ tenant }), { tenant: 'lantern' }).get('/v1/me')).status).toBe(200);
  });

  it('for one of several audiences is accepted', async () => {
    const token = await tokenOf({ aud: ['mail', 'metrics'], iss: 'https://id.example' });
    const rules = { audiences: ['metrics'], issuer: 'https://id.example' };
    expect((await ask(token, rules).get('/v1/me')).status).toBe(200);
  });
});

const stranger = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
const spki = issuer.publicKey.export({ type: 'spki', format: 'pem' });
const rules: Partial<JwtRules> = { issuer: 'https://id.example', audiences: ['metrics'] };
const good = { iss: 'https://id.example', aud: 'metrics' };
const [head = '', body = '', signature = ''] = (await tokenOf(good)).split('.');

describe('a token that is not accepted is 401 with the reason, in the problem and in WWW-Authenticate:', () => {
  it.each<[string, string | Promise<string>, RegExp]>([
    ['expired', tokenOf({ ...good, exp: NOW - 120 }), /^The token expired at \d{4}-.*Z\. Sign in again\.$/],
    ['not valid yet', tokenOf({ ...good, nbf: NOW + 600 }), /^The token is not valid before \d{4}-/],
    ['without an end', tokenOf({ ...good, exp: undefined as never }), /does not say when it expires \(exp\)/],
    ['of a stranger', tokenOf(good, { key: stranger }), /^The signature of the token is not that of the issuer/],
    ['changed', `${head}.${body}x.${signature}`, /^The (signature|token)/],
    [
      'for another audience',
      tokenOf({ ...good, aud: 'mail' }),
      /audience of the token is “mail”; this back end is “metrics”/,
    ],
    ['for no audience', tokenOf({ iss: good.iss }), /audience of the token is none/],
    [
      'of another issuer',
      tokenOf({ ...good, iss: 'https://evil.example' }),
      /“https:\/\/evil\.example”; trusted here is “https:\/\/id\.example”/,
    ],
    ['signed by nobody', unsigned({ alg: 'none' }, good), /signed with “none”\. Accepted here: ES256\./],
    [
      'signed with the public key as a secret',
      tokenOf(good, { alg: 'HS256', key: createSecretKey(Buffer.from(spki)) }),
      /signed with “HS256”/,
    ],
    ['of two parts', 'a.b', /^The token is no signed JWT/],
    ['of nothing', '...', /^The token is no signed JWT/],
    ['whose roles are a number', tokenOf({ ...good, roles: 7 }), /claim roles of the token is neither/],
  ])('%s', async (_what, token, detail) => {
    const { get, problem } = ask(await token, rules);
    expect(await problem(401)).toMatchObject({
      code: 'unauthorized',
      detail: expect.stringMatching(detail) as unknown,
    });
    const challenge = (await get('/v1/me')).headers.get('WWW-Authenticate');
    expect(challenge).toMatch(/^Bearer error="invalid_token", error_description="[ !#-[\]-~]+"$/);
  });

  it('none at all, with a challenge that says no more', async () => {
    const { problem } = asker({ permissions: jwtPermissions(keys, anyToken, () => undefined) });
    for (const authorization of ['', 'Bearer', 'Basic bWVpOnRlYQ==', 'Bearer a b'])
      expect((await problem(401, '/v1/me', { headers: { Authorization: authorization } })).detail).toMatch(/^Sign in/);
  });
});

describe('the clocks of issuer and back end', () => {
  it('may differ by half a minute', async () => {
    const token = await tokenOf({ exp: NOW - 10, nbf: NOW - 20 });
    expect((await ask(token).get('/v1/me')).status).toBe(200);
  });
});

describe('keys that cannot be had', () => {
  it('are not the caller’s fault: 503 with Retry-After, and the host is told', async () => {
    const keyOf = (): never => {
      throw new errors.JWKSTimeout();
    };
    const { get, problem, warned } = ask(await tokenOf(), {}, { keyOf, algorithms: ['ES256'] });
    expect((await problem(503)).code).toBe('unavailable');
    expect((await get('/v1/me')).headers.get('Retry-After')).toBe('10');
    expect(warned[0]).toMatch(/keys of tokens cannot be had/);
  });
});

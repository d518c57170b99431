import { generateKeyPairSync, createSecretKey, type KeyObject } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { jwtPermissions } from '#server/node/jwt/jwt-permissions.js';
import { openKeys, type KeyPlace } from '#server/node/jwt/keys.js';
import { UsageError } from '#server/node/usage-error.js';
import { anyToken, issuer, tokenOf } from './tokens.js';

const folder = mkdtempSync(path.join(tmpdir(), 'keys-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

let files = 0;
function file(content: string | object): string {
  const name = path.join(folder, `${files++}`);
  writeFileSync(name, typeof content === 'string' ? content : JSON.stringify(content));
  return name;
}

const pem = (key: KeyObject): string => key.export({ type: 'spki', format: 'pem' }) as string;
const jwk = (key: KeyObject, more: object = {}): object => ({ ...key.export({ format: 'jwk' }), ...more });
const warned: string[] = [];
const open = (place: Partial<KeyPlace>) =>
  openKeys({ keyFile: undefined, jwks: undefined, algorithms: [], ...place }, (text) => warned.push(text));

async function accepts(place: Partial<KeyPlace>, token: string): Promise<boolean> {
  const permissions = jwtPermissions(await open(place), anyToken, (text) => warned.push(text));
  const request = new Request('http://back.end/', { headers: { Authorization: `Bearer ${token}` } });
  return Promise.resolve(permissions(request)).then(
    () => true,
    () => false,
  );
}

const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
const ed25519 = generateKeyPairSync('ed25519');
const secret = createSecretKey(Buffer.alloc(32, 7));

describe('a key file', () => {
  it('may be PEM or JWK', async () => {
    for (const content of [pem(issuer.publicKey), jwk(issuer.publicKey)])
      expect(await accepts({ keyFile: file(content) }, await tokenOf())).toBe(true);
  });

  it.each([
    ['RS512', rsa],
    ['PS256', rsa],
    ['EdDSA', ed25519],
  ] as const)('checks %s', async (alg, { publicKey, privateKey }) => {
    expect(await accepts({ keyFile: file(pem(publicKey)) }, await tokenOf({}, { alg, key: privateKey }))).toBe(true);
  });

  it('may be a secret where HS is stated, by its alg or by the command', async () => {
    const token = await tokenOf({}, { alg: 'HS256', key: secret });
    expect(await accepts({ keyFile: file(jwk(secret, { alg: 'HS256' })) }, token)).toBe(true);
    expect(await accepts({ keyFile: file(jwk(secret)), algorithms: ['HS256'] }, token)).toBe(true);
    await expect(open({ keyFile: file(jwk(secret)) })).rejects.toThrow(/state one with --jwt-algorithm/);
    expect(await accepts({ keyFile: file(jwk(secret)), algorithms: ['HS512'] }, token)).toBe(false);
  });

  it('accepts only what is stated of what its key can check', async () => {
    const place = { keyFile: file(pem(rsa.publicKey)), algorithms: ['PS256', 'ES256'] };
    expect(await open(place)).toMatchObject({ algorithms: ['PS256'] });
    expect(await accepts(place, await tokenOf({}, { alg: 'RS256', key: rsa.privateKey }))).toBe(false);
  });

  it.each<[string, string, RegExp]>([
    ['that is not there', path.join(folder, 'nowhere'), /“.*nowhere” cannot be used: ENOENT/],
    ['that holds no key', file('no key'), /cannot be used: .* Name a public key \(PEM or JWK\)\.$/],
    ['with a private key', file(issuer.privateKey.export({ type: 'pkcs8', format: 'pem' })), /only the issuer/],
    ['with a private JWK', file(jwk(issuer.privateKey)), /only the issuer/],
    ['with a short secret', file(jwk(createSecretKey(Buffer.alloc(16)), { alg: 'HS256' })), /32 bytes or more/],
    [
      'with a short RSA key',
      file(pem(generateKeyPairSync('rsa', { modulusLength: 1024 }).publicKey)),
      /2048 bits or more, not 1024/,
    ],
    ['of a kind that signs nothing', file(pem(generateKeyPairSync('x25519').publicKey)), /nothing that is known here/],
  ])('%s is a usage error', async (_what, keyFile, message) => {
    const error: unknown = await open({ keyFile }).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(UsageError);
    expect((error as Error).message).toMatch(message);
  });
});

describe('a set of keys', () => {
  const keys = [jwk(issuer.publicKey, { kid: 'a' }), jwk(rsa.publicKey, { kid: 'b' }), jwk(ed25519.publicKey)];
  let server: Server;
  let url: string;
  const published: { keys: object[] } = { keys: [] };
  beforeAll(async () => {
    server = createServer((_request, response) => response.end(JSON.stringify(published))).listen(0, '127.0.0.1');
    await once(server, 'listening');
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/keys`;
  });
  afterAll(() => {
    server.close();
    server.closeAllConnections();
  });

  it('in a file serves tokens of each key', async () => {
    const jwks = file({ keys });
    expect(await accepts({ jwks }, await tokenOf({}, { kid: 'a' }))).toBe(true);
    expect(await accepts({ jwks }, await tokenOf({}, { kid: 'b', alg: 'RS256', key: rsa.privateKey }))).toBe(true);
    expect(await accepts({ jwks }, await tokenOf({}, { kid: 'c' }))).toBe(false);
  });

  it('tries every key that fits where the token does not name its own', async () => {
    const other = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const jwks = file({ keys: [jwk(other.publicKey, { kid: 'x' }), ...keys] });
    expect(await accepts({ jwks }, await tokenOf())).toBe(true);
    const stranger = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
    expect(await accepts({ jwks }, await tokenOf({}, { key: stranger }))).toBe(false);
  });

  it('at a URL is fetched', async () => {
    published.keys = keys;
    expect(await accepts({ jwks: url }, await tokenOf({}, { kid: 'a' }))).toBe(true);
  });

  it('at a URL that does not answer is told, and asked again', async () => {
    const [closed, before] = [createServer().listen(0, '127.0.0.1'), warned.length];
    await once(closed, 'listening');
    const { port } = closed.address() as AddressInfo;
    await new Promise((resolve) => closed.close(resolve));
    expect(await accepts({ jwks: `http://127.0.0.1:${port}/` }, await tokenOf())).toBe(false);
    expect(warned[before]).toMatch(/does not answer now/);
    expect(warned[before + 1]).toMatch(/keys of tokens cannot be had/);
  });

  it.each<[string, string]>([
    ['that is not there', path.join(folder, 'nowhere')],
    ['that is no JSON', file('keys')],
    ['that is one key', file(jwk(issuer.publicKey))],
  ])('in a file %s is a usage error', async (_what, jwks) => {
    await expect(open({ jwks })).rejects.toThrow(UsageError);
  });
});

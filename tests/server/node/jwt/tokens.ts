import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { SignJWT, type JWTPayload } from 'jose';
import { defaultClaims } from '#server/node/jwt/claims.js';
import type { JwtRules } from '#server/node/jwt/jwt-permissions.js';

/** A pair of keys of a P-256 curve, made for one test run. */
export const issuer = generateKeyPairSync('ec', { namedCurve: 'P-256' });

export const NOW = Math.floor(Date.now() / 1000);

/** Any issuer and audience, the usual claims. */
export const anyToken: JwtRules = { issuer: undefined, audiences: [], tenant: undefined, claims: defaultClaims };

/** A token that is good for an hour; `claims` add to it or take away from it. */
export function tokenOf(
  claims: JWTPayload = {},
  { key = issuer.privateKey, alg = 'ES256', kid }: { key?: KeyObject; alg?: string; kid?: string } = {},
): Promise<string> {
  const payload = { sub: 'mei', exp: NOW + 3600, roles: ['superapp_operator'], ...claims };
  return new SignJWT(payload).setProtectedHeader({ alg, ...(kid !== undefined && { kid }) }).sign(key);
}

/** A token as somebody would put it together who has no key. */
export function unsigned(header: object, claims: object, signature = ''): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part(header)}.${part({ sub: 'mei', exp: NOW + 3600, ...claims })}.${signature}`;
}

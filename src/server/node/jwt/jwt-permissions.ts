import { errors, jwtVerify, type JWTPayload, type JWTVerifyOptions } from 'jose';
import type { Permissions } from '../../grant.js';
import { grantOf, type ClaimNames } from './claims.js';
import type { JwtKeys } from './keys.js';
import { refusalOf, type Expected } from './refusal.js';

/** Which tokens are accepted, and what their claims are called. */
export interface JwtRules {
  /** Who has to have issued the token; default anybody who holds the key. */
  readonly issuer: string | undefined;
  /** For one of whom the token has to be; empty where for anybody. */
  readonly audiences: readonly string[];
  /** Whose tokens are accepted where the issuer serves several tenants. */
  readonly tenant: string | undefined;
  readonly claims: ClaimNames;
}

/** How far the clocks of issuer and back end may differ. */
const CLOCK_TOLERANCE_SECONDS = 30;

/**
 * Permissions from a signed JWT: who asks, what they may do, and which apps they may see, all from its claims.
 *
 * A token that is not accepted (expired, not valid yet, signed otherwise, for another audience) is 401 with the reason.
 *
 * @param warn told where the keys cannot be fetched.
 */
export function jwtPermissions(keys: JwtKeys, rules: JwtRules, warn: (text: string) => void): Permissions {
  const expected: Expected = { ...rules, algorithms: keys.algorithms };
  return async ({ headers }) => {
    const [, token] = /^Bearer +(\S+) *$/i.exec(headers.get('Authorization') ?? '') ?? [];
    if (token === undefined) return null;
    let payload: JWTPayload;
    try {
      payload = await verify(token, keys, expected);
    } catch (error) {
      const refusal = refusalOf(error, token, expected);
      if (refusal.code === 'unavailable') warn(`The keys of tokens cannot be had: ${(error as Error).message}`);
      throw refusal;
    }
    return grantOf(payload, rules.claims, rules.tenant);
  };
}

async function verify(token: string, { keyOf, algorithms }: JwtKeys, expected: Expected): Promise<JWTPayload> {
  const options: JWTVerifyOptions = {
    algorithms: [...algorithms],
    clockTolerance: CLOCK_TOLERANCE_SECONDS,
    requiredClaims: ['exp'],
    ...(expected.issuer !== undefined && { issuer: expected.issuer }),
    ...(expected.audiences.length > 0 && { audience: [...expected.audiences] }),
  };
  try {
    return (await jwtVerify(token, keyOf, options)).payload;
  } catch (error) {
    if (!(error instanceof errors.JWKSMultipleMatchingKeys)) throw error;
    return verifyWithAny(token, error, options);
  }
}

/** A token that does not name its key, of an issuer with several. */
async function verifyWithAny(
  token: string,
  keys: errors.JWKSMultipleMatchingKeys,
  options: JWTVerifyOptions,
): Promise<JWTPayload> {
  for await (const key of keys) {
    try {
      return (await jwtVerify(token, key, options)).payload;
    } catch (error) {
      if (!(error instanceof errors.JWSSignatureVerificationFailed)) throw error;
    }
  }
  throw new errors.JWSSignatureVerificationFailed();
}

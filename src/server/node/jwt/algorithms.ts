import type { KeyObject } from 'node:crypto';

const RSA = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512'];
const CURVES: Readonly<Record<string, string>> = { prime256v1: 'ES256', secp384r1: 'ES384', secp521r1: 'ES512' };
const EDWARDS = ['EdDSA', 'Ed25519'];
const SECRET = ['HS256', 'HS384', 'HS512'];

/** Signatures that anybody can check and only the issuer can make: what is accepted unless something is stated. */
export const publicAlgorithms: readonly string[] = [...RSA, ...Object.values(CURVES), ...EDWARDS];

/** All that can be stated. `none` is not among them. */
export const algorithms: readonly string[] = [...publicAlgorithms, ...SECRET];

/** What a key can check. Of a secret nothing, unless stated: whoever can check with it can also sign. */
export function algorithmsOfKey(key: KeyObject): readonly string[] {
  if (key.type === 'secret') return SECRET;
  switch (key.asymmetricKeyType) {
    case 'rsa':
      return RSA;
    case 'ec':
      return [CURVES[key.asymmetricKeyDetails?.namedCurve ?? ''] ?? []].flat();
    case 'ed25519':
      return EDWARDS;
    default:
      return [];
  }
}

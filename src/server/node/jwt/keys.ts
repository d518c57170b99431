import { createPublicKey, createSecretKey, type JsonWebKey, type KeyObject } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createLocalJWKSet, createRemoteJWKSet, type JSONWebKeySet, type JWTVerifyGetKey } from 'jose';
import { UsageError } from '../usage-error.js';
import { algorithms as allAlgorithms, algorithmsOfKey, publicAlgorithms } from './algorithms.js';

/** What tokens are checked with. */
export interface JwtKeys {
  readonly keyOf: JWTVerifyGetKey;
  /** What a token may be signed with. */
  readonly algorithms: readonly string[];
}

/** Where keys are found, as the command line says. */
export interface KeyPlace {
  /** A file with one key, as PEM or JWK. */
  readonly keyFile: string | undefined;
  /** A file with a JWK set, or its URL. */
  readonly jwks: string | undefined;
  /** What may be used of what the keys can do; empty where nothing is stated. */
  readonly algorithms: readonly string[];
}

/**
 * Reads the keys. A file that cannot be used is a {@link UsageError}; a URL that does not answer now is only told, since
 * it is asked again with the next token.
 */
export async function openKeys(
  { keyFile, jwks, algorithms }: KeyPlace,
  warn: (text: string) => void,
): Promise<JwtKeys> {
  if (keyFile !== undefined) return keyOfFile(keyFile, algorithms);
  const asked = { algorithms: algorithms.length > 0 ? algorithms : publicAlgorithms };
  const place = jwks ?? '';
  return { ...asked, keyOf: isUrl(place) ? await remoteSet(place, warn) : await setOfFile(place) };
}

/** Whether a JWK set is fetched and not read from a file. */
export function isUrl(place: string): boolean {
  return /^https?:\/\//i.test(place);
}

async function keyOfFile(file: string, stated: readonly string[]): Promise<JwtKeys> {
  const fault = (reason: string, options?: ErrorOptions): UsageError =>
    new UsageError(`--jwt-key: “${file}” cannot be used: ${reason}. Name a public key (PEM or JWK).`, options);
  let key: KeyObject;
  let own: string | undefined;
  try {
    const text = (await readFile(file, 'utf8')).trim();
    if (/PRIVATE KEY-----/.test(text)) throw new Error('it holds a private key, which only the issuer should have');
    ({ key, own } = text.startsWith('{') ? keyOfJwk(JSON.parse(text) as JsonWebKey) : { key: createPublicKey(text) });
  } catch (cause) {
    throw fault((cause as Error).message, { cause });
  }
  const weakness = weaknessOf(key);
  if (weakness !== undefined) throw fault(weakness);
  const wanted = stated.length > 0 ? stated : own !== undefined ? [own] : publicAlgorithms;
  const algorithms = algorithmsOfKey(key).filter((name) => wanted.includes(name));
  if (algorithms.length > 0) return { keyOf: () => key, algorithms };
  const possible = algorithmsOfKey(key).join(', ') || 'nothing that is known here';
  throw fault(`it can check ${possible}, and what is accepted is ${wanted.join(', ')}; state one with --jwt-algorithm`);
}

function keyOfJwk(jwk: JsonWebKey): { key: KeyObject; own: string | undefined } {
  const own = typeof jwk['alg'] === 'string' && allAlgorithms.includes(jwk['alg']) ? jwk['alg'] : undefined;
  if (jwk.kty === 'oct') return { key: createSecretKey(Buffer.from(jwk.k ?? '', 'base64url')), own };
  if (jwk.d !== undefined) throw new Error('it holds a private key, which only the issuer should have');
  return { key: createPublicKey({ key: jwk, format: 'jwk' }), own };
}

/** RFC 7518 asks for as many bits of a secret as the hash has, and for RSA keys of 2048. */
function weaknessOf(key: KeyObject): string | undefined {
  if (key.type === 'secret') return key.symmetricKeySize! < 32 ? 'a secret has to have 32 bytes or more' : undefined;
  const bits = key.asymmetricKeyDetails?.modulusLength;
  return bits !== undefined && bits < 2048 ? `an RSA key has to have 2048 bits or more, not ${bits}` : undefined;
}

async function setOfFile(file: string): Promise<JWTVerifyGetKey> {
  try {
    return createLocalJWKSet(JSON.parse(await readFile(file, 'utf8')) as JSONWebKeySet);
  } catch (cause) {
    throw new UsageError(
      `--jwks: “${file}” cannot be used: ${(cause as Error).message}. Name a JWK set: {"keys": […]}.`,
      {
        cause,
      },
    );
  }
}

async function remoteSet(url: string, warn: (text: string) => void): Promise<JWTVerifyGetKey> {
  const set = createRemoteJWKSet(new URL(url));
  await set.reload().catch((cause: unknown) => {
    warn(`--jwks: ${url} does not answer now (${(cause as Error).message}); it is asked again with the next token.`);
  });
  return set;
}

import { decodeProtectedHeader, errors } from 'jose';
import { ReportError } from '#contract/problems.js';
import { TokenError } from '../../grant.js';

/** What a token had to be. */
export interface Expected {
  readonly issuer: string | undefined;
  readonly audiences: readonly string[];
  readonly algorithms: readonly string[];
}

/** When to ask again where the keys cannot be fetched. */
const RETRY_SECONDS = 10;

/**
 * What a token that does not verify is answered with: 401 with the reason in words, or 503 where the keys could not be
 * had, which is not the caller's fault.
 */
export function refusalOf(error: unknown, token: string, expected: Expected): ReportError {
  const reason = reasonOf(error, token, expected);
  if (reason !== undefined) return new TokenError(reason, { cause: error });
  const detail = `The keys that tokens are checked with cannot be had now. Ask again in ${RETRY_SECONDS} seconds.`;
  return new ReportError('unavailable', detail, [], { cause: error, retryAfterSeconds: RETRY_SECONDS });
}

function reasonOf(error: unknown, token: string, { algorithms, ...expected }: Expected): string | undefined {
  if (error instanceof errors.JWTExpired) return `The token expired${at(error.payload.exp, ' at ')}. Sign in again.`;
  if (error instanceof errors.JWTClaimValidationFailed) return reasonOfClaim(error, expected);
  if (error instanceof errors.JWSSignatureVerificationFailed)
    return 'The signature of the token is not that of the issuer that this back end trusts.';
  if (error instanceof errors.JWKSNoMatchingKey)
    return 'The token is signed with a key that the issuer’s key set does not hold.';
  if (error instanceof errors.JOSEAlgNotAllowed)
    return `The token is signed with “${algorithmOf(token)}”. Accepted here: ${algorithms.join(', ')}.`;
  const isUnreadable =
    error instanceof errors.JWSInvalid ||
    error instanceof errors.JWTInvalid ||
    error instanceof errors.JOSENotSupported;
  return isUnreadable ? `The token is no signed JWT that can be read here: ${error.message}.` : undefined;
}

function reasonOfClaim(
  { claim, payload, message }: errors.JWTClaimValidationFailed,
  { issuer, audiences }: Omit<Expected, 'algorithms'>,
): string {
  const said = (value: string | string[] = []): string =>
    value.length === 0 ? 'none' : `“${[value].flat().join('”, “')}”`;
  if (claim === 'nbf') return `The token is not valid before${at(payload.nbf, ' ')}.`;
  if (claim === 'aud')
    return `The audience of the token is ${said(payload.aud)}; this back end is ${said([...audiences])}.`;
  if (claim === 'iss') return `The issuer of the token is ${said(payload.iss)}; trusted here is ${said(issuer)}.`;
  if (claim === 'exp') return 'The token does not say when it expires (exp), and such are not accepted here.';
  return `A claim of the token is not acceptable: ${message}.`;
}

function at(seconds: unknown, before: string): string {
  const time = typeof seconds === 'number' ? new Date(seconds * 1000) : undefined;
  return time && !Number.isNaN(time.getTime()) ? before + time.toISOString() : '';
}

function algorithmOf(token: string): string {
  try {
    return String(decodeProtectedHeader(token).alg);
  } catch {
    return '';
  }
}

import type { GivenOptions } from '../given-options.js';
import { suggestion } from '../../nearest.js';
import { algorithms } from './algorithms.js';
import { defaultClaims, type ClaimName, type ClaimNames } from './claims.js';
import type { JwtRules } from './jwt-permissions.js';
import { isUrl, type KeyPlace } from './keys.js';

/** Which tokens are accepted, as the command line says. */
export interface JwtArguments extends KeyPlace, JwtRules {}

const DETAILS = ['jwt-issuer', 'jwt-audience', 'jwt-tenant', 'jwt-algorithm', 'jwt-claim'] as const;

/** Reads the options of tokens; nothing where none names a key. */
export function readJwtArguments(options: GivenOptions): JwtArguments | undefined {
  const [keyFile, jwks] = [options.text('jwt-key'), options.read('jwks', jwksPlace, unsafeUrl)];
  if (keyFile !== undefined && options.text('jwks') !== undefined)
    options.note('jwt-key', 'give either one key or a set of them (--jwks), not both.');
  if (keyFile === undefined && options.text('jwks') === undefined) {
    for (const name of DETAILS)
      if (options.texts(name).length > 0) options.note(name, 'needs a key: give --jwt-key or --jwks too.');
    return undefined;
  }
  const stated = options.readAll(
    'jwt-algorithm',
    (text) => (algorithms.includes(text) ? text : undefined),
    noAlgorithm,
  );
  if (jwks !== undefined && stated.some((name) => name.startsWith('HS')))
    options.note('jwt-algorithm', 'a secret cannot stand in a published set of keys. Give it with --jwt-key.');
  return {
    ...{ keyFile, jwks, algorithms: stated },
    issuer: options.text('jwt-issuer'),
    audiences: options.texts('jwt-audience'),
    tenant: options.text('jwt-tenant'),
    claims: readClaims(options),
  };
}

const noAlgorithm = (text: string): string => `${text} is not accepted. Use one of: ${algorithms.join(', ')}.`;

/** Keys that come over plain HTTP could be anybody's. */
function jwksPlace(text: string): string | undefined {
  if (!isUrl(text)) return text;
  if (!URL.canParse(text)) return undefined;
  const { protocol, hostname } = new URL(text);
  return protocol === 'https:' || ['localhost', '127.0.0.1', '[::1]'].includes(hostname) ? text : undefined;
}
const unsafeUrl = (text: string): string => `${text} has to be an https URL, or a file.`;

function readClaims(options: GivenOptions): ClaimNames {
  const parse = (text: string): [ClaimName, string] | undefined => {
    const [, name = '', claim = ''] = /^(\w+)=(.+)$/.exec(text) ?? [];
    return Object.hasOwn(defaultClaims, name) ? [name as ClaimName, claim] : undefined;
  };
  const names = Object.keys(defaultClaims);
  const fault = (text: string): string =>
    `${text} names no claim.${suggestion(text.slice(1).split('=')[0] ?? '', names)} Write NAME=CLAIM with one of ${names.join(', ')}.`;
  return { ...defaultClaims, ...Object.fromEntries(options.readAll('jwt-claim', parse, fault)) };
}

import type { Permissions } from '../grant.js';
import { loopbackPermissions, tokenPermissions } from './bearer.js';
import { jwtPermissions } from './jwt/jwt-permissions.js';
import { openKeys } from './jwt/keys.js';
import type { ServeArguments } from './serve-arguments.js';

const ONLY_HERE =
  'Nobody is asked for a token, so only this machine is answered. To serve others give --jwt-key, --jwks or --token.';
const ANY_AUDIENCE =
  'Tokens for any audience are accepted. Name yours with --jwt-audience, so that those for other programs are not.';

/** Who may ask what, as the command line says; tells people what they should know of it. */
export async function openPermissions(
  { token, jwt }: Pick<ServeArguments, 'token' | 'jwt'>,
  warn: (text: string) => void,
): Promise<Permissions> {
  if (jwt) {
    if (jwt.audiences.length === 0) warn(ANY_AUDIENCE);
    return jwtPermissions(await openKeys(jwt, warn), jwt, warn);
  }
  if (token !== undefined) return tokenPermissions(token);
  warn(ONLY_HERE);
  return loopbackPermissions();
}

import { createHash, timingSafeEqual } from 'node:crypto';
import { ReportError } from '#contract/problems.js';
import type { Grant, Permissions } from '../grant.js';

const everything: Grant = { roles: ['super_admin'] };
const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

/** Everything is permitted to whoever knows the token, nothing to anybody else. */
export function tokenPermissions(token: string): Permissions {
  const expected = digest(`Bearer ${token}`);
  return ({ headers }) => {
    const [scheme = '', ...rest] = (headers.get('Authorization') ?? '').split(' ');
    const given = digest(`${scheme.toLowerCase() === 'bearer' ? 'Bearer' : scheme} ${rest.join(' ').trim()}`);
    return timingSafeEqual(given, expected) ? everything : null;
  };
}

/**
 * Everything is permitted to whoever reaches the machine's own address under its own name. A page of another site
 * cannot pretend to: its name may be made to resolve to this machine, but stays in the `Host` header.
 */
export function loopbackPermissions(): Permissions {
  return ({ url }) => {
    const { hostname } = new URL(url);
    if (LOOPBACK.includes(hostname)) return everything;
    const detail = `This back end answers on ${LOOPBACK.join(', ')} only, not as ${hostname}. Serve it with --token.`;
    throw new ReportError('forbidden', detail);
  };
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

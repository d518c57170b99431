import type { Grant, Permissions } from '../../grant.js';
import type { Gate } from './collect-gate.js';
import type { RateLimit } from './rate-limit.js';
import type { RequestRecord } from './request-record.js';

/** Where raw events are sent. */
export const collectRoute = '/v1/apps/:app/events:collect';

/**
 * Lets a request in: who asks is found out and noted, then counted against their limit, then events wait for a place.
 * Requests are counted by the name that their token gives, all others by address: also those whose token is refused,
 * so that nobody tries tokens without end.
 */
export function admission(
  permissions: Permissions,
  { count, enterCollect }: { readonly count: RateLimit; readonly enterCollect: Gate },
  recordFor: (request: Request) => RequestRecord | undefined,
): Permissions {
  return async (request) => {
    const record = recordFor(request);
    const address = `address ${record?.address ?? ''}`;
    let grant: Grant | null;
    try {
      grant = await permissions(request);
    } catch (error) {
      count(address);
      throw error;
    }
    const name = grant?.name ?? null;
    count(name === null ? address : `name ${name}`);
    if (!record) return grant;
    record.subject = name;
    if (grant && record.route === collectRoute && request.method === 'POST') record.release = enterCollect();
    return grant;
  };
}

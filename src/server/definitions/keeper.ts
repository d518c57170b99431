import type { Permission } from '#contract/api.js';
import { demand } from '../grant.js';
import { demandApp, type Exchange } from '../host.js';
import type { Author, EventDefinitions } from './event-definitions.js';
import type { QueryHistory } from './query-history.js';
import type { RememberedQueries } from './remembered-queries.js';
import type { SavedFunnels } from './saved-funnels.js';
import type { TestRecords } from './test-records.js';

/** Everything that is kept, for those who answer from it. */
export interface Keeper {
  readonly events: EventDefinitions;
  readonly records: TestRecords;
  readonly funnels: SavedFunnels;
  readonly history: QueryHistory;
  readonly remembered: RememberedQueries;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

/** Lets a caller in who has the permission and may see the app; gives what the path names. */
export async function enter(
  { host, caller, app = '', id = '' }: Exchange,
  permission: Permission,
): Promise<{ app: string; id: string }> {
  demand(caller, permission);
  await demandApp(host, caller, app);
  return { app, id };
}

/** Who writes with this request, and when. */
export function authorOf({ caller, request }: Exchange, { now }: Keeper): Author {
  return { name: caller.name, now: now(), ifMatch: request.headers.get('If-Match') };
}

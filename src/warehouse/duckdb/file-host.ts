import type { DeriveBasis } from '../derive/derivation.js';
import type { WarehouseHost } from '../host.js';
import type { Database } from './database.js';
import type { EventStore } from './event-store.js';

/** What every report of a DuckDB file shares. */
export interface FileHost extends WarehouseHost {
  readonly database: Database;
  readonly events: EventStore;
  readonly basis: DeriveBasis;
}

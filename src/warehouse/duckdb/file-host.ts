import type { DeriveBasis } from '../derive/derivation.js';
import type { WarehouseHost } from '../host.js';
import type { Database } from './database.js';
import type { Derivations } from './derivations.js';
import type { LogEnd } from './taking.js';

/** What every report of a DuckDB file shares. */
export interface FileHost extends WarehouseHost {
  readonly database: Database;
  /** How far the log goes. */
  readonly log: LogEnd;
  readonly basis: DeriveBasis;
  /** Its tables of opens. */
  readonly derivations: Derivations;
}

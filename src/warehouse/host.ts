import type { App, Profile, Source } from '#contract/api.js';
import type { Clock } from '#contract/report-source.js';
import type { DeriveBasis } from './derive/derivation.js';
import type { Dialect } from './dialects/dialect.js';
import type { Database } from './duckdb/database.js';
import type { EventStore } from './duckdb/event-store.js';
import type { SourceBook } from './plan/source-book.js';

/** What every report of one warehouse shares. */
export interface WarehouseHost {
  readonly database: Database;
  readonly events: EventStore;
  readonly dialect: Dialect;
  readonly basis: DeriveBasis;
  readonly sources: SourceBook;
  readonly clock: Clock;
  readonly profiles: readonly Profile[];
  readonly defaultProfile: string;
  readonly defaultTimezone: string;
  /** The source dictionary as it was given. */
  readonly sourceDictionary: readonly Source[];
  /** The apps of the registry; `null` where there is none. */
  readonly registry: readonly App[] | null;
}

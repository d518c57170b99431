import type { App, Profile, Source } from '#contract/api.js';
import type { Clock } from '#contract/report-source.js';
import type { Dialect } from './dialects/dialect.js';
import type { LogScope, ScopeLog } from './plan/scope-log.js';
import type { SourceBook } from './plan/source-book.js';
import type { RowSource } from './rows.js';

/** What every report of one warehouse shares. */
export interface WarehouseHost {
  readonly dialect: Dialect;
  readonly sources: SourceBook;
  /** The role that events of a name play, `null` for none. */
  readonly roleOf: (event: string) => string | null;
  readonly clock: Clock;
  readonly profiles: readonly Profile[];
  readonly defaultProfile: string;
  readonly defaultTimezone: string;
  /** The source dictionary as it was given. */
  readonly sourceDictionary: readonly Source[];
  /** The apps of the registry; `null` where there is none. */
  readonly registry: readonly App[] | null;
}

/** One question's look at the events: from its log on all its statements see the same ones, whatever is written meanwhile. */
export interface Look extends RowSource {
  /** The registry's apps, else those that events have named, in the order of their first. */
  apps(): Promise<readonly App[]>;
  /** The log of a scope, its opens cut as the events before an instant tell. */
  scopeLog(scope: LogScope): Promise<ScopeLog>;
}

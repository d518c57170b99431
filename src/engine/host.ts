import type { App, Profile, Source } from '#contract/api.js';
import type { Clock } from '#contract/report-source.js';
import type { ScopeLogCache } from './scan/scope-log-cache.js';
import type { SourceBook } from './scan/source-book.js';
import type { Store } from './store/store.js';

/** What every report of one engine shares. */
export interface EngineHost {
  readonly store: Store;
  readonly sources: SourceBook;
  readonly logs: ScopeLogCache;
  readonly clock: Clock;
  readonly profiles: readonly Profile[];
  readonly defaultProfile: string;
  readonly defaultTimezone: string;
  /** The source dictionary as it was given. */
  readonly sourceDictionary: readonly Source[];
  /** The apps of the registry; `null` where there is none. */
  readonly registry: readonly App[] | null;
  /** The registry's apps, else those that accepted events have named. */
  apps(): readonly App[];
}

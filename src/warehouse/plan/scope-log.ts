import type { OpenRules } from '../derive/rows.js';
import type { Sql } from '../sql.js';

/** Whose events a question is about, and how their opens are cut. */
export interface LogScope {
  readonly apps: readonly string[];
  readonly isAcrossApps: boolean;
  readonly isProduction: boolean;
  readonly rules: OpenRules;
  readonly asOf: number;
}

/**
 * The log of a scope as pieces of SQL, before any filter. In one app every user is a person; across apps the users with one
 * guid are one.
 */
export interface ScopeLog {
  readonly isAcrossApps: boolean;
  readonly asOf: number;
  /** `from … where …` of events with their opens as `l`, with whatever else is said to be read. */
  readonly events: (reads: { readonly events: boolean; readonly opens: boolean }, where: Sql) => Sql;
  /** `from … where …` of opens as `o`, joined with others where need be. */
  readonly opens: (joins: readonly Sql[], where: Sql) => Sql;
  /** As `opens`, of those that begin with the first visit of a user of an app alone; absent where there is no table of them. */
  readonly firsts?: (joins: readonly Sql[], where: Sql) => Sql;
  /** Who has an event `l` or an open `o`. */
  readonly personOfEvent: Sql;
  readonly personOfOpen: Sql;
  /** Which user of which app has an event `l`. */
  readonly unitOfEvent: Sql;
}

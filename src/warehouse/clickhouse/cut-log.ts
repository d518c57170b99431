import { name, joined, type Sql } from '../sql.js';
import type { Cluster } from './cluster.js';
import { eventColumns } from './columns.js';
import type { Column, ColumnValue } from './row-binary.js';

/** The log that opens are cut from: relation `events`, on all shards. */
export interface CutLog {
  readonly cluster: Cluster;
  /** Apps that events have named, in the order of their first. */
  readonly apps: ReadonlySet<string>;
  /** The time of the latest event, `-Infinity` where there is none. */
  readonly lastTs: number;
  /** Grows with whatever changes what the log holds; 0 for a log that never held anything. */
  readonly state: number;
  /** Whether an event counts. */
  readonly isTaken: Sql;
  /** The buckets of users who have other events than at an earlier state. */
  changedSince(state: number): Promise<number[]>;
  /** The events of some users, user by user and in order, as `readColumns`; those on lost shards left out where `isPartial`. */
  read(where: Sql, isPartial?: boolean): AsyncIterable<ColumnValue[]>;
}

/** What is read of an event. */
export const readColumns: readonly Column[] = [{ name: 'bucket', type: 'UInt32' }, ...eventColumns];

/** The names of them. */
export const readNames: Sql = joined(
  readColumns.map((column) => name(column.name)),
  ', ',
);

import type { EventReport } from '#contract/api.js';
import { type GroupKey, groupId } from './event-trend.js';

/** A group over the whole range; all groups beyond those that are listed are one row more. */
export interface EventGroup {
  readonly id: string;
  /** Absent for the row of others. */
  readonly key?: GroupKey;
  /** How many groups the row of others stands for. */
  readonly othersOf?: number;
  readonly value: number | null;
  /** Length of its bar against the longest, 0 to 1. Others have none: together they may outdo every group. */
  readonly length?: number;
}

/** The groups of an analysis with their values over the whole range, in the order of the answer. */
export function eventGroups({ totals, others }: EventReport): EventGroup[] {
  const longest = Math.max(0, ...totals.map(({ value }) => value ?? 0));
  const lengthOf = (value: number | null): number => (longest > 0 ? Math.max(0, value ?? 0) / longest : 0);
  return [
    ...totals.map(({ key, value }) => ({ id: groupId(key), key, value, length: lengthOf(value) })),
    ...(others ? [{ id: 'others', othersOf: others.row_count, value: others.value }] : []),
  ];
}

import { otherSourceKey } from '#contract/source-keys.js';
import { eventColumns, openDimensions } from '../columns.js';
import type { ColumnValue } from '../row-binary.js';

/** What opens depend on beside events and rules. */
export interface CutBasis {
  readonly roleOf: (event: string) => string | null;
  readonly sources: ReadonlyMap<number, string>;
}

/** An event as opens are cut from it. */
export interface CutEvent {
  /** As it was read: `bucket`, then the columns of table `events`. */
  readonly row: readonly ColumnValue[];
  readonly seq: number;
  readonly ts: number;
  readonly isProduction: boolean;
  /** The role that its name plays, empty for none. */
  readonly role: string;
  readonly page: string | null;
  readonly durationMs: number | null;
  /** What it carries in open dimensions, in their order; a source that its scene tells is one. */
  readonly carries: readonly ColumnValue[];
}

/** Where a column is in a row. */
export const placeOf: Readonly<Record<string, number>> = Object.fromEntries(
  ['bucket', ...eventColumns.map(({ name }) => name)].map((name, at) => [name, at]),
);

const { seq, ts, production, event, page_path, duration_ms, source, scene } = placeOf as Record<string, number>;

/** Reads an event. */
export function cutEventOf(row: readonly ColumnValue[], { roleOf, sources }: CutBasis): CutEvent {
  const carries = row.slice(source, source! + openDimensions.length);
  const sceneOf = row[scene!] as number | null;
  if (carries[0] === null && sceneOf !== null) carries[0] = sources.get(sceneOf) ?? otherSourceKey;
  return {
    row,
    seq: row[seq!] as number,
    ts: row[ts!] as number,
    isProduction: row[production!] === 1,
    role: roleOf(row[event!] as string) ?? '',
    page: row[page_path!] as string | null,
    durationMs: row[duration_ms!] as number | null,
    carries,
  };
}

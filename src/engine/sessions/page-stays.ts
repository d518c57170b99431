import type { CodeArray } from '../store/code-array.js';
import type { Numbers } from '../store/number-column.js';
import { roleCodes } from '../store/roles.js';

/** What the stay of a page view is read from. */
export interface StayRows {
  readonly ts: Float64Array;
  readonly events: CodeArray;
  readonly roles: Uint8Array;
  readonly pages: CodeArray | undefined;
  readonly durations: Numbers | undefined;
  /** The open of each row plus 1. */
  readonly openOf: CodeArray | Uint32Array;
}

/**
 * The stay of the page view at `row`, in milliseconds: its reported duration, on it or on the next page leave of the
 * same path before the user's next page view; else the time to the next page view, page leave or background of its open;
 * else to the open's last event; else 0. `end` is where the user's rows end, `lastRow` the last of the open.
 */
export function stayOf(rows: StayRows, row: number, lastRow: number, end: number): number {
  const own = rows.durations?.at(row) ?? NaN;
  if (own === own) return own;
  const reported = rows.durations ? durationOfLeave(rows, rows.durations, row, end) : NaN;
  if (reported === reported) return reported;
  const open = rows.openOf[row]!;
  const { page_view: pageView, page_leave: pageLeave, background } = roleCodes;
  for (let next = row + 1; next <= lastRow; next++) {
    const role = rows.roles[rows.events[next]!];
    if (rows.openOf[next] !== open) continue;
    if (role === pageView || role === pageLeave || role === background) return rows.ts[next]! - rows.ts[row]!;
  }
  return rows.ts[lastRow]! - rows.ts[row]!;
}

/** The duration on the next page leave of the same path before the next page view, whichever open it is in. */
function durationOfLeave(rows: StayRows, durations: Numbers, row: number, end: number): number {
  const page = rows.pages?.[row] ?? 0;
  for (let next = row + 1; next < end; next++) {
    const role = rows.roles[rows.events[next]!];
    if (role === roleCodes.page_view) return NaN;
    if (role === roleCodes.page_leave && (rows.pages?.[next] ?? 0) === page) return durations.at(next);
  }
  return NaN;
}

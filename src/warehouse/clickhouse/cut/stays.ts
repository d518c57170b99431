import type { CutEvent } from './event.js';
import type { Run } from './runs.js';

/** What is measured of a page view. */
export interface View {
  readonly stayMs: number;
  readonly isEntry: boolean;
  readonly isExit: boolean;
  readonly isOnly: boolean;
}

/** The first page leave of each path between a page view and the user's next one, by the view that goes before it. */
export type Leaves = ReadonlyMap<CutEvent, ReadonlyMap<string | null, CutEvent>>;

/** Finds the page leaves of one user's events. */
export function leavesOf(events: readonly CutEvent[]): Leaves {
  const leaves = new Map<CutEvent, Map<string | null, CutEvent>>();
  let ofView: Map<string | null, CutEvent> | undefined;
  for (const event of events) {
    if (event.role === 'page_view') leaves.set(event, (ofView = new Map<string | null, CutEvent>()));
    else if (event.role === 'page_leave' && ofView && !ofView.has(event.page)) ofView.set(event.page, event);
  }
  return leaves;
}

/**
 * Measures the page views of an open. A stay is the view's own duration, that of the next page leave of the same path
 * before the user's next page view, the time to the next page view, page leave or background of the open, or else to the
 * open's last event.
 */
export function viewsOf(open: Run, leaves: Leaves): Map<CutEvent, View> {
  const views = new Map<CutEvent, View>();
  const lastTs = open.at(-1)!.ts;
  const all = open.filter(({ role }) => role === 'page_view');
  let following: number | null = null;
  for (let at = open.length - 1; at >= 0; at--) {
    const event = open[at]!;
    if (event.role === 'page_view') {
      const leave = leaves.get(event)?.get(event.page);
      const stayMs = event.durationMs ?? leave?.durationMs ?? (following ?? lastTs) - event.ts;
      const [isEntry, isExit] = [event === all[0], event === all.at(-1)];
      views.set(event, { stayMs, isEntry, isExit, isOnly: all.length === 1 });
    }
    if (event.role === 'page_view' || event.role === 'page_leave' || event.role === 'background') following = event.ts;
  }
  return views;
}

/** The instant of the last event that what is known of an open depends on. */
export function untilOf(open: Run, leaves: Leaves): number {
  let until = open.at(-1)!.ts;
  for (const event of open) {
    const leave = event.role === 'page_view' ? leaves.get(event)?.get(event.page) : undefined;
    if (leave) until = Math.max(until, leave.ts);
  }
  return until;
}

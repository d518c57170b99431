import type { Segment } from '../store/segment.js';
import { roleCodes } from '../store/roles.js';
import type { SessionRules } from './session-rules.js';

/** Where opens begin and end. */
export interface OpenCuts {
  /** The open of each row plus 1; 0 where the row is in none. */
  readonly openOf: Uint32Array;
  readonly firstRow: number[];
  readonly lastRow: number[];
  /** Where each user's opens begin; one more than there are users. */
  readonly offsets: Uint32Array;
}

/**
 * Cuts each user's events into opens.
 *
 * An open begins only at a launch or a page view: at every launch; at a page view when no open is in progress, which is
 * where the user has had none, a background ended it, or more than the timeout has passed since its last event (exactly
 * the timeout stays). Other events join the open in progress within the timeout of its last event, else they belong to
 * none. A background ends an open; a page leave that follows it within the timeout still belongs to it. Where an open
 * would begin less than `mergeUnderMs` after the last event of the one before, it continues that one.
 * Rows from `before` (an instant) on are not looked at.
 */
export function cutOpens(segment: Segment, roles: Uint8Array, rules: SessionRules, before: number): OpenCuts {
  const { ts, offsets: userOffsets, users } = segment;
  const events = segment.codes.get('event')!;
  const { launch, background, page_view: pageView, page_leave: pageLeave } = roleCodes;
  const { timeoutMs, mergeUnderMs } = rules;
  const openOf = new Uint32Array(segment.length);
  const offsets = new Uint32Array(users.length + 1);
  const firstRow: number[] = [];
  const lastRow: number[] = [];
  for (let user = 0; user < users.length; user++) {
    const end = userOffsets[user + 1]!;
    const firstOpen = firstRow.length;
    let isInProgress = false;
    let isBackground = false;
    let last = NaN;
    for (let row = userOffsets[user]!; row < end; row++) {
      const time = ts[row]!;
      if (!(time < before)) break; // later than asked, or of a user who has moved
      const role = roles[events[row]!];
      const isRecent = time - last <= timeoutMs;
      const begins = role === launch || (role === pageView && !(isInProgress && isRecent));
      if (begins) {
        if (firstRow.length === firstOpen || !(time - last < mergeUnderMs)) {
          firstRow.push(row);
          lastRow.push(row);
        }
        isInProgress = true;
        isBackground = false;
      } else if (!isRecent || !(isInProgress || (isBackground && role === pageLeave))) {
        continue;
      } else if (role === background) {
        isInProgress = false;
        isBackground = true;
      }
      openOf[row] = firstRow.length;
      lastRow[firstRow.length - 1] = row;
      last = time;
    }
    offsets[user + 1] = firstRow.length;
  }
  return { openOf, firstRow, lastRow, offsets };
}

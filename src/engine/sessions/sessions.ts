import type { CodeArray } from '../store/code-array.js';
import type { Derived } from '../store/derived.js';

/** What a page view is in its open. */
export const viewFlags = { entry: 1, exit: 2, only: 4 } as const;

/** Milliseconds, whole as a rule; fractions where a client reported them. */
export type Stays = Uint32Array | Float64Array;

/**
 * The opens of a segment and the page views in them, in the order of its rows.
 *
 * An open's rows lie between its first and its last; rows between them that belong to no open can be among them, so
 * whoever walks them asks `openOf`.
 */
export interface Sessions {
  readonly bytes: number;
  /** Takes the opens of a user (by position) out of every count. */
  forget(user: number): void;
  /** Closes up after users were forgotten. */
  tidy(): void;
  /** The open of each row plus 1; 0 where the row is in none. */
  readonly openOf: CodeArray;
  readonly opens: Opens;
  readonly views: Views;
  /** The values of opens in the dimensions that were asked for. */
  readonly dimensions: Derived;
}

/** Opens; where each user's begin is in `offsets`, one more than there are users. */
export interface Opens {
  readonly count: number;
  readonly offsets: Uint32Array;
  readonly firstRow: Uint32Array;
  /** How many rows after the first the last one is. */
  readonly span: CodeArray;
  /** The time of the first row; `NaN` where the user has moved to another segment. */
  readonly start: Float64Array;
  /** From the first event to the last. */
  readonly lengthMs: Stays;
  readonly stayMs: Stays;
  /** Distinct pages; "not set" is one. */
  readonly depth: CodeArray;
  readonly pageViews: CodeArray;
}

/** Page views, open by open; where those of each open begin is in `offsets`, one more than there are opens. */
export interface Views {
  readonly count: number;
  readonly offsets: Uint32Array;
  readonly row: Uint32Array;
  readonly stayMs: Stays;
  readonly flags: Uint8Array;
}

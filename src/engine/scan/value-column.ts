import type { CodeArray } from '../store/code-array.js';
import type { Dimension } from './dimension.js';
import type { Slice } from './scope-log.js';

/** What the events of a slice carry in a dimension. */
export interface ValueColumn {
  readonly own: CodeArray | null;
  readonly isOfOpens: boolean;
  readonly ofOpens: CodeArray | null;
}

/** What the events of a slice carry in a dimension: their own value, or that of their open in open dimensions. */
export function valueColumnOf(dimension: Dimension, slice: Slice): ValueColumn {
  return {
    own: dimension.ownCodes(slice.segment),
    isOfOpens: dimension.kind === 'open',
    ofOpens: dimension.openCodes(slice),
  };
}

/** The code of a row; `open` is the one that holds it plus 1. */
export function codeAt({ own, isOfOpens, ofOpens }: ValueColumn, row: number, open: number): number {
  if (isOfOpens && open !== 0) return ofOpens ? ofOpens[open - 1]! : 0;
  return own ? own[row]! : 0;
}

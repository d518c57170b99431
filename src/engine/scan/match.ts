import { type Filter } from '#contract/api.js';
import { Bitset } from '../store/bitset.js';
import { type CodeArray } from '../store/code-array.js';
import { type DictionaryValue } from '../store/dictionary.js';
import { type Dimension } from './dimension.js';
import { type ScopeLog, type Slice } from './scope-log.js';

/** What of a slice passes the filters; `null` is everything. */
export interface Match {
  /** Events that match: with what they carry in event dimensions, and their open's value in open dimensions. */
  readonly rows: Bitset | null;
  /** Opens whose dimensions match and which hold a matching event. */
  readonly opens: Bitset | null;
}

/** A filter and the dimension that it is on. */
export interface BoundFilter {
  readonly dimension: Dimension;
  readonly filter: Filter;
}

/** What of each slice passes all filters. Filters choose rows and opens; they never cut an open anew. */
export function matchLog(log: ScopeLog, filters: readonly BoundFilter[]): readonly Match[] {
  if (filters.length === 0) return log.slices.map(() => ({ rows: null, opens: null }));
  const accepted = filters.map(({ dimension, filter }) => {
    // Reading a dimension may add codes (numbers, sources of scenes), so every slice is read before codes are judged.
    for (const slice of log.slices) dimension.ownCodes(slice.segment);
    return { dimension, accepts: acceptedCodes(dimension, filter) };
  });
  return log.slices.map((slice) => matchSlice(slice, accepted));
}

/** Whether a filter lets a value (`null` where it is missing) through. */
export function accepts({ operator, values = [] }: Filter, value: DictionaryValue | null): boolean {
  switch (operator) {
    case 'set':
      return value !== null;
    case 'not_set':
      return value === null;
    case 'eq':
    case 'in':
      return value !== null && values.some((wanted) => isSame(wanted, value));
    case 'ne':
    case 'not_in':
      return value === null || !values.some((wanted) => isSame(wanted, value));
    case 'contains':
      return value !== null && String(value).includes(String(values[0] ?? ''));
    default:
      return typeof value === 'number' && compares(operator, value, Number(values[0]));
  }
}

/** Values of a question may be text where the data is a number: `1.0` asks for 1. */
function isSame(wanted: DictionaryValue, value: DictionaryValue): boolean {
  if (String(wanted) === String(value)) return true;
  return typeof value === 'number' && String(wanted).trim() !== '' && Number(wanted) === value;
}

function compares(operator: 'gt' | 'gte' | 'lt' | 'lte', value: number, limit: number): boolean {
  if (operator === 'gt') return value > limit;
  if (operator === 'gte') return value >= limit;
  return operator === 'lt' ? value < limit : value <= limit;
}

interface AcceptedCodes {
  readonly dimension: Dimension;
  readonly accepts: Uint8Array;
}

function acceptedCodes({ dictionary }: Dimension, filter: Filter): Uint8Array {
  const accepted = new Uint8Array(dictionary.size);
  for (let code = 0; code < accepted.length; code++) accepted[code] = accepts(filter, dictionary.valueOf(code)) ? 1 : 0;
  return accepted;
}

function matchSlice(slice: Slice, filters: readonly AcceptedCodes[]): Match {
  const { segment, sessions } = slice;
  const { openOf, opens } = sessions;
  const ofOpens = filters.filter(({ dimension }) => dimension.kind === 'open');
  const ofEvents = filters.filter(({ dimension }) => dimension.kind === 'event');
  const byDimensions = new Uint8Array(opens.count).fill(1);
  const outside = new Uint8Array(segment.length).fill(1);
  for (const { dimension, accepts: accepted } of ofOpens) {
    reject(byDimensions, dimension.openCodes(slice), accepted);
    reject(outside, dimension.ownCodes(segment), accepted);
  }
  const own = new Uint8Array(segment.length).fill(1);
  for (const { dimension, accepts: accepted } of ofEvents) reject(own, dimension.ownCodes(segment), accepted);
  const rows = new Bitset(segment.length);
  const matchingOpens = new Bitset(opens.count);
  for (let row = 0; row < segment.length; row++) {
    const open = openOf[row]!;
    if (own[row] === 0 || (open === 0 ? outside[row] : byDimensions[open - 1]) === 0) continue;
    rows.add(row);
    if (open !== 0) matchingOpens.add(open - 1);
  }
  return { rows, opens: matchingOpens };
}

/** Clears the flags where the code is not accepted. Without codes everything is missing, which is code 0. */
function reject(flags: Uint8Array, codes: CodeArray | null, accepted: Uint8Array): void {
  if (!codes) {
    if (accepted[0] === 0) flags.fill(0);
    return;
  }
  for (let index = 0; index < flags.length; index++) if (accepted[codes[index]!] === 0) flags[index] = 0;
}

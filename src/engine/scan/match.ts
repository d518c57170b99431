import type { Filter } from '#contract/api.js';
import { Bitset } from '../store/bitset.js';
import type { CodeArray } from '../store/code-array.js';
import type { DerivedData } from '../store/derived.js';
import type { DictionaryValue } from '../store/dictionary.js';
import type { Dimension } from './dimension.js';
import type { ScopeLog, Slice } from './scope-log.js';

/** What of a slice passes the filters; `null` is everything. */
export interface Match {
  /** Events that match: with what they carry in event dimensions, and their open's value in open dimensions. */
  readonly rows: Bitset | null;
  /** Opens whose dimensions match and which hold a matching event. */
  readonly opens: Bitset | null;
  /** Whether no filter is on an event dimension, so that an open passes with all its events or with none. */
  readonly isOfOpens: boolean;
}

/** What passes where nothing is filtered. */
export const everything: Match = { rows: null, opens: null, isOfOpens: true };

/** A filter and the dimension that it is on. */
export interface BoundFilter {
  readonly dimension: Dimension;
  readonly filter: Filter;
}

/** What of each slice passes all filters. Filters choose rows and opens; they never cut an open anew. */
export function matchLog(log: ScopeLog, filters: readonly BoundFilter[]): readonly Match[] {
  if (filters.length === 0) return log.slices.map(() => everything);
  const key = JSON.stringify(filters.map(({ filter }) => filter));
  return log.slices.map((slice) => matchSlice(slice, filters, key));
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

function acceptedCodes({ dimension, filter }: BoundFilter): AcceptedCodes {
  const { dictionary } = dimension;
  const accepted = new Uint8Array(dictionary.size);
  for (let code = 0; code < accepted.length; code++) accepted[code] = accepts(filter, dictionary.valueOf(code)) ? 1 : 0;
  return { dimension, accepts: accepted };
}

/** The match of a slice, made where it is not kept from a question before. */
function matchSlice(slice: Slice, filters: readonly BoundFilter[], key: string): SliceMatch {
  slice.recipes.note(`match ${key}`, (other) => matchSlice(other, filters, key).makeOpens());
  const make = (): SliceMatch => {
    // Reading a dimension may add codes (numbers, sources of scenes), so that is done before codes are judged.
    for (const { dimension } of filters) dimension.ownCodes(slice.segment);
    return new SliceMatch(slice, filters.map(acceptedCodes));
  };
  return slice.sessions.dimensions.get('match', key, make, 16);
}

/** Rows and opens are matched when someone asks for them: a question about opens alone never looks at a row. */
class SliceMatch implements Match, DerivedData {
  readonly isOfOpens: boolean;
  readonly #slice: Slice;
  readonly #ofOpens: readonly AcceptedCodes[];
  readonly #ofEvents: readonly AcceptedCodes[];
  #rows: Bitset | null = null;
  #opens: Bitset | null = null;

  constructor(slice: Slice, filters: readonly AcceptedCodes[]) {
    this.#slice = slice;
    this.#ofOpens = filters.filter(({ dimension }) => dimension.kind === 'open');
    this.#ofEvents = filters.filter(({ dimension }) => dimension.kind === 'event');
    this.isOfOpens = this.#ofEvents.length === 0;
  }

  get bytes(): number {
    return (this.#rows?.words.byteLength ?? 0) + (this.#opens?.words.byteLength ?? 0);
  }

  get rows(): Bitset {
    return (this.#rows ??= this.#matchRows());
  }

  get opens(): Bitset {
    return (this.#opens ??= this.isOfOpens ? toBitset(this.#openFlags()) : this.#opensOfRows(this.rows));
  }

  /** Matches opens before someone asks, where that takes no look at rows. */
  makeOpens(): void {
    if (this.isOfOpens) this.#opens ??= toBitset(this.#openFlags());
  }

  /** Opens whose dimensions match. */
  #openFlags(): Uint8Array {
    const flags = new Uint8Array(this.#slice.sessions.opens.count).fill(1);
    for (const { dimension, accepts: accepted } of this.#ofOpens) {
      reject(flags, dimension.openCodes(this.#slice), accepted);
    }
    return flags;
  }

  #matchRows(): Bitset {
    const { segment, sessions } = this.#slice;
    const { openOf } = sessions;
    const ofOpens = this.#openFlags();
    const own = new Uint8Array(segment.length).fill(1);
    for (const { dimension, accepts: accepted } of this.#ofEvents) reject(own, dimension.ownCodes(segment), accepted);
    const outside = new Uint8Array(segment.length).fill(1);
    for (const { dimension, accepts: accepted } of this.#ofOpens)
      reject(outside, dimension.ownCodes(segment), accepted);
    for (let row = 0; row < segment.length; row++) {
      const open = openOf[row]!;
      own[row]! &= open === 0 ? outside[row]! : ofOpens[open - 1]!;
    }
    return toBitset(own);
  }

  /** Opens that hold a matching row; the dimensions of an open are those of its rows. */
  #opensOfRows(rows: Bitset): Bitset {
    const { segment, sessions } = this.#slice;
    const { openOf, opens } = sessions;
    const matching = new Bitset(opens.count);
    for (let row = 0; row < segment.length; row++) {
      const open = openOf[row]!;
      if (open !== 0 && rows.has(row)) matching.add(open - 1);
    }
    return matching;
  }
}

function toBitset(flags: Uint8Array): Bitset {
  const bits = new Bitset(flags.length);
  for (let index = 0; index < flags.length; index++) if (flags[index] !== 0) bits.add(index);
  return bits;
}

/** Clears the flags where the code is not accepted. Without codes everything is missing, which is code 0. */
function reject(flags: Uint8Array, codes: CodeArray | null, accepted: Uint8Array): void {
  if (!codes) {
    if (accepted[0] === 0) flags.fill(0);
    return;
  }
  for (let index = 0; index < flags.length; index++) flags[index]! &= accepted[codes[index]!]!;
}

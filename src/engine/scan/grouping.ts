import { type CodeArray } from '../store/code-array.js';
import { type Dimension } from './dimension.js';
import { CHUNK_SIZE, type Facts } from './facts.js';
import { type Match } from './match.js';
import { type ScopeLog, type Slice } from './scope-log.js';

/** Groups by the values of a dimension. */
export interface Grouping {
  readonly dimension: Dimension;
  readonly count: number;
  /** For each slice the group of each code, −1 for none. */
  readonly groupOfCode: readonly Int32Array[];
}

/** One group by code, in every slice alike. `groups` gives each code its group, −1 for none. */
export function groupingOf(log: ScopeLog, dimension: Dimension, count: number, groups: Int32Array): Grouping {
  return { dimension, count, groupOfCode: log.slices.map(() => groups) };
}

/**
 * Puts facts into the cells of their groups and hands them on. A fact of an event is in one group. An open (or a first
 * visit in it) is, by an event dimension, in the group of each of its matching events, once each.
 */
export class Grouper {
  readonly #out: Facts;
  readonly #grouping: Grouping;
  readonly #buckets: number;
  readonly #matches: readonly Match[];
  readonly #lastOpen: Float64Array;
  #opensSeen = 0;

  constructor(grouping: Grouping, buckets: number, matches: readonly Match[], out: Facts) {
    this.#grouping = grouping;
    this.#buckets = buckets;
    this.#matches = matches;
    this.#out = out;
    this.#lastOpen = new Float64Array(grouping.count).fill(-1);
  }

  /** Groups facts about events; `emit` takes what is in `out`. */
  groupEvents(facts: Facts, emit: () => void): void {
    const { slice } = facts;
    const groups = this.#grouping.groupOfCode[slice.index]!;
    const { dimension } = this.#grouping;
    const own = dimension.ownCodes(slice.segment);
    const ofOpens = dimension.openCodes(slice);
    const { openOf } = slice.sessions;
    const isOpen = dimension.kind === 'open';
    for (let index = 0; index < facts.length; index++) {
      const row = facts.row[index]!;
      const open = isOpen ? openOf[row]! : 0;
      const code = open === 0 ? codeAt(own, row) : codeAt(ofOpens, open - 1);
      const group = groups[code]!;
      if (group >= 0) this.#put(facts, index, group);
    }
    this.#hand(slice, emit);
  }

  /** Groups facts about opens; `emit` takes what is in `out`. */
  groupOpens(facts: Facts, emit: () => void): void {
    const { slice } = facts;
    const { dimension } = this.#grouping;
    if (dimension.kind === 'event') {
      for (let index = 0; index < facts.length; index++) this.#groupByEventsOf(facts, index, emit);
    } else {
      const groups = this.#grouping.groupOfCode[slice.index]!;
      const ofOpens = dimension.openCodes(slice);
      for (let index = 0; index < facts.length; index++) {
        const group = groups[codeAt(ofOpens, facts.item[index]!)]!;
        if (group >= 0) this.#put(facts, index, group);
      }
    }
    this.#hand(slice, emit);
  }

  #groupByEventsOf(facts: Facts, index: number, emit: () => void): void {
    const { slice } = facts;
    const { openOf, opens } = slice.sessions;
    const own = this.#grouping.dimension.ownCodes(slice.segment);
    const groups = this.#grouping.groupOfCode[slice.index]!;
    const matching = this.#matches[slice.index]!.rows;
    const open = facts.item[index]!;
    const stamp = this.#opensSeen++;
    for (let row = opens.firstRow[open]!; row <= opens.lastRow[open]!; row++) {
      if (openOf[row] !== open + 1 || (matching && !matching.has(row))) continue;
      const group = groups[codeAt(own, row)]!;
      if (group < 0 || this.#lastOpen[group] === stamp) continue;
      this.#lastOpen[group] = stamp;
      if (this.#out.length === CHUNK_SIZE) this.#hand(slice, emit);
      this.#put(facts, index, group);
    }
  }

  #put(facts: Facts, index: number, group: number): void {
    const out = this.#out;
    const at = out.length++;
    out.person[at] = facts.person[index]!;
    out.row[at] = facts.row[index]!;
    out.item[at] = facts.item[index]!;
    out.time[at] = facts.time[index]!;
    out.cell[at] = group * this.#buckets + facts.cell[index]!;
  }

  #hand(slice: Slice, emit: () => void): void {
    if (this.#out.length === 0) return;
    this.#out.slice = slice;
    emit();
    this.#out.length = 0;
  }
}

function codeAt(codes: CodeArray | null, index: number): number {
  return codes ? codes[index]! : 0;
}

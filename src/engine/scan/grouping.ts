import type { CodeArray } from '../store/code-array.js';
import type { Dimension } from './dimension.js';
import { CHUNK_SIZE, type Facts } from './facts.js';
import type { Match } from './match.js';

/** Groups by the values of a dimension. */
export interface Grouping {
  readonly dimension: Dimension;
  readonly count: number;
  /** For each slice the group of each code, −1 for none. */
  readonly groupOfCode: readonly Int32Array[];
}

/**
 * Puts facts into the cells of their groups. A fact of an event is in one group, and so is an open by an open dimension.
 * By an event dimension an open (or a first visit in it) is in the group of each of its matching events, once each.
 */
export class Grouper {
  readonly #grouping: Grouping;
  readonly #buckets: number;
  readonly #matches: readonly Match[];
  /** Where facts that stand in several groups are put. */
  readonly #out: Facts;
  readonly #lastOpen: Float64Array;
  #opensSeen = 0;

  constructor(grouping: Grouping, buckets: number, matches: readonly Match[], out: Facts) {
    this.#grouping = grouping;
    this.#buckets = buckets;
    this.#matches = matches;
    this.#out = out;
    this.#lastOpen = new Float64Array(grouping.count).fill(-1);
  }

  /** Groups facts and gives those that are in a group to `visit`, some at a time. */
  group(facts: Facts, visit: (facts: Facts) => void): void {
    const { dimension } = this.#grouping;
    if (facts.areOpens && dimension.kind === 'event') {
      for (let index = 0; index < facts.length; index++) this.#groupByEventsOf(facts, index, visit);
      this.#hand(facts, visit);
      return;
    }
    if (dimension.kind === 'event') this.#keepByRow(facts);
    else this.#keepByOpen(facts);
    visit(facts);
  }

  /** Moves facts to the cells of their groups, in place, dropping those that are in none. */
  #keepByRow(facts: Facts): void {
    const { slice, row, cell, length } = facts;
    const groups = this.#grouping.groupOfCode[slice.index]!;
    const codes = this.#grouping.dimension.ownCodes(slice.segment);
    const buckets = this.#buckets;
    let kept = 0;
    for (let index = 0; index < length; index++) {
      const group = groups[codes ? codes[row[index]!]! : 0]!;
      if (group < 0) continue;
      const place = group * buckets + cell[index]!;
      if (kept !== index) facts.copy(facts, index, kept);
      cell[kept++] = place;
    }
    facts.length = kept;
  }

  #keepByOpen(facts: Facts): void {
    const { slice, row, open, cell, length } = facts;
    const { dimension, groupOfCode } = this.#grouping;
    const groups = groupOfCode[slice.index]!;
    const own = dimension.ownCodes(slice.segment);
    const ofOpens = dimension.openCodes(slice);
    const buckets = this.#buckets;
    let kept = 0;
    for (let index = 0; index < length; index++) {
      const inOpen = open[index]!;
      const group = groups[inOpen === 0 ? codeAt(own, row[index]!) : codeAt(ofOpens, inOpen - 1)]!;
      if (group < 0) continue;
      const place = group * buckets + cell[index]!;
      if (kept !== index) facts.copy(facts, index, kept);
      cell[kept++] = place;
    }
    facts.length = kept;
  }

  #groupByEventsOf(facts: Facts, index: number, visit: (facts: Facts) => void): void {
    const { slice } = facts;
    const { openOf, opens } = slice.sessions;
    const own = this.#grouping.dimension.ownCodes(slice.segment);
    const groups = this.#grouping.groupOfCode[slice.index]!;
    const matching = this.#matches[slice.index]!.rows;
    const open = facts.open[index]! - 1;
    const stamp = this.#opensSeen++;
    const out = this.#out;
    const last = opens.firstRow[open]! + opens.span[open]!;
    for (let row = opens.firstRow[open]!; row <= last; row++) {
      if (openOf[row] !== open + 1 || (matching && !matching.has(row))) continue;
      const group = groups[codeAt(own, row)]!;
      if (group < 0 || this.#lastOpen[group] === stamp) continue;
      this.#lastOpen[group] = stamp;
      if (out.length === CHUNK_SIZE) this.#hand(facts, visit);
      out.copy(facts, index, out.length);
      out.cell[out.length++] = group * this.#buckets + facts.cell[index]!;
    }
  }

  #hand({ slice }: Facts, visit: (facts: Facts) => void): void {
    const out = this.#out;
    out.slice = slice;
    out.areOpens = true;
    if (out.length > 0) visit(out);
    out.length = 0;
  }
}

function codeAt(codes: CodeArray | null, index: number): number {
  return codes ? codes[index]! : 0;
}

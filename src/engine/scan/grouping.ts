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
    if (facts.areOpens) this.#keep(facts, facts.item, dimension.openCodes(facts.slice));
    else if (dimension.kind === 'event') this.#keep(facts, facts.row, dimension.ownCodes(facts.slice.segment));
    else this.#keepByOpen(facts);
    visit(facts);
  }

  /** Moves facts to the cells of their groups, in place, dropping those that are in none. */
  #keep(facts: Facts, places: Uint32Array, codes: CodeArray | null): void {
    const groups = this.#grouping.groupOfCode[facts.slice.index]!;
    const buckets = this.#buckets;
    let kept = 0;
    for (let index = 0; index < facts.length; index++) {
      const group = groups[codes ? codes[places[index]!]! : 0]!;
      if (group < 0) continue;
      if (kept !== index) copy(facts, index, facts, kept);
      facts.cell[kept++] = group * buckets + facts.cell[index]!;
    }
    facts.length = kept;
  }

  #keepByOpen(facts: Facts): void {
    const { slice } = facts;
    const { dimension, groupOfCode } = this.#grouping;
    const groups = groupOfCode[slice.index]!;
    const own = dimension.ownCodes(slice.segment);
    const ofOpens = dimension.openCodes(slice);
    const { openOf } = slice.sessions;
    let kept = 0;
    for (let index = 0; index < facts.length; index++) {
      const row = facts.row[index]!;
      const open = openOf[row]!;
      const code = open === 0 ? codeAt(own, row) : codeAt(ofOpens, open - 1);
      const group = groups[code]!;
      if (group < 0) continue;
      if (kept !== index) copy(facts, index, facts, kept);
      facts.cell[kept++] = group * this.#buckets + facts.cell[index]!;
    }
    facts.length = kept;
  }

  #groupByEventsOf(facts: Facts, index: number, visit: (facts: Facts) => void): void {
    const { slice } = facts;
    const { openOf, opens } = slice.sessions;
    const own = this.#grouping.dimension.ownCodes(slice.segment);
    const groups = this.#grouping.groupOfCode[slice.index]!;
    const matching = this.#matches[slice.index]!.rows;
    const open = facts.item[index]!;
    const stamp = this.#opensSeen++;
    const out = this.#out;
    const last = opens.firstRow[open]! + opens.span[open]!;
    for (let row = opens.firstRow[open]!; row <= last; row++) {
      if (openOf[row] !== open + 1 || (matching && !matching.has(row))) continue;
      const group = groups[codeAt(own, row)]!;
      if (group < 0 || this.#lastOpen[group] === stamp) continue;
      this.#lastOpen[group] = stamp;
      if (out.length === CHUNK_SIZE) this.#hand(facts, visit);
      copy(facts, index, out, out.length);
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

function copy(from: Facts, index: number, to: Facts, place: number): void {
  to.person[place] = from.person[index]!;
  to.row[place] = from.row[index]!;
  to.item[place] = from.item[index]!;
  to.time[place] = from.time[index]!;
}

function codeAt(codes: CodeArray | null, index: number): number {
  return codes ? codes[index]! : 0;
}

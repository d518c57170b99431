import type { Dimension } from './dimension.js';

/** Codes of up to two dimensions; a dimension that is not there has code 0. */
export type CodePair = readonly [first: number, second: number];

/** Numbers pairs of codes from 0, in the order in which they are met. */
export class CodePairs {
  readonly all: CodePair[] = [];
  readonly #secondSize: number;
  readonly #numbers: Int32Array | Map<number, number>;

  /** @param dimensions whose values have all been read, as reading some adds codes. */
  constructor([first, second]: readonly Dimension[]) {
    this.#secondSize = second?.dictionary.size ?? 1;
    const most = (first?.dictionary.size ?? 1) * this.#secondSize;
    this.#numbers = most <= MOST_IN_ARRAY ? new Int32Array(most).fill(-1) : new Map<number, number>();
  }

  /** The number of a pair. */
  of(first: number, second: number): number {
    const pair = first * this.#secondSize + second;
    const numbers = this.#numbers;
    const known = numbers instanceof Map ? (numbers.get(pair) ?? -1) : numbers[pair]!;
    if (known >= 0) return known;
    const number = this.all.push([first, second]) - 1;
    if (numbers instanceof Map) numbers.set(pair, number);
    else numbers[pair] = number;
    return number;
  }
}

/** So many pairs are numbered in an array, which is much quicker than a map. */
const MOST_IN_ARRAY = 1 << 20;

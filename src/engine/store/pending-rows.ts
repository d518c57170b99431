import { codeArray, type CodeArray } from './code-array.js';

/** Reads one column of a batch into codes of the store. */
export interface CodeSource {
  readonly name: string;
  readonly codes: CodeArray;
  /** The store's code of each code of the batch; `null` where they are the same. */
  readonly remap: readonly number[] | null;
  /** How many codes there can be. */
  readonly size: number;
}

/** Reads one column of numbers. */
export interface NumberSource {
  readonly name: string;
  readonly numbers: Float64Array;
}

/** What a batch says, in the store's codes. */
export interface RowSource {
  readonly length: number;
  readonly ts: Float64Array;
  readonly users: CodeSource;
  readonly codes: readonly CodeSource[];
  readonly numbers: readonly NumberSource[];
}

/** Events of one partition in ingestion order, before they are sorted. */
export class PendingRows {
  length = 0;
  users = new Uint32Array(FIRST_CAPACITY);
  ts = new Float64Array(FIRST_CAPACITY);
  sequence = new Uint32Array(FIRST_CAPACITY);
  readonly codes = new Map<string, CodeArray>();
  readonly numbers = new Map<string, Float64Array>();

  get bytes(): number {
    if (this.length === 0) return 0;
    let sum = 16 * this.ts.length + 8 * this.ts.length * this.numbers.size;
    for (const column of this.codes.values()) sum += column.byteLength;
    return sum;
  }

  /**
   * Adds the rows of a batch that `rows` names, in that order, or all of them; `firstSequence` is the number of row 0 in
   * the store.
   */
  append(source: RowSource, rows: Uint32Array | null, firstSequence: number): void {
    const [start, count] = [this.length, rows?.length ?? source.length];
    this.#reserve(start + count);
    copyCodes(source.users, rows, this.users, start, count);
    copy(source.ts, rows, this.ts, start, count);
    for (let index = 0; index < count; index++)
      this.sequence[start + index] = firstSequence + (rows ? rows[index]! : index);
    for (const column of source.codes) copyCodes(column, rows, this.#codesFor(column), start, count);
    for (const { name, numbers } of source.numbers) copy(numbers, rows, this.#numbersFor(name), start, count);
    // Columns that this batch lacks keep what they were made with: missing.
    this.length += count;
  }

  #codesFor({ name, size }: CodeSource): CodeArray {
    const known = this.codes.get(name);
    const wide = codeArray(known ? 0 : this.ts.length, size);
    if (known && known.BYTES_PER_ELEMENT >= wide.BYTES_PER_ELEMENT) return known;
    const column = known ? grown(known, codeArray(this.ts.length, size)) : wide;
    this.codes.set(name, column);
    return column;
  }

  #numbersFor(name: string): Float64Array {
    let column = this.numbers.get(name);
    if (!column) this.numbers.set(name, (column = new Float64Array(this.ts.length).fill(NaN)));
    return column;
  }

  #reserve(length: number): void {
    if (length <= this.ts.length) return;
    let capacity = this.ts.length;
    while (capacity < length) capacity *= 2;
    this.users = grown(this.users, new Uint32Array(capacity));
    this.ts = grown(this.ts, new Float64Array(capacity));
    this.sequence = grown(this.sequence, new Uint32Array(capacity));
    for (const [name, column] of this.codes) {
      this.codes.set(name, grown(column, codeArray(capacity, 2 ** (8 * column.BYTES_PER_ELEMENT))));
    }
    for (const [name, column] of this.numbers) {
      this.numbers.set(name, grown(column, new Float64Array(capacity).fill(NaN)));
    }
  }
}

const FIRST_CAPACITY = 1024;

function grown<Column extends CodeArray | Float64Array>(column: CodeArray | Float64Array, larger: Column): Column {
  larger.set(column);
  return larger;
}

function copy(from: Float64Array, rows: Uint32Array | null, to: Float64Array, start: number, count: number): void {
  if (rows) for (let index = 0; index < count; index++) to[start + index] = from[rows[index]!]!;
  else to.set(from.subarray(0, count), start);
}

function copyCodes(source: CodeSource, rows: Uint32Array | null, to: CodeArray, start: number, count: number): void {
  const { codes, remap } = source;
  if (!rows && !remap) {
    to.set(codes.subarray(0, count), start);
    return;
  }
  for (let index = 0; index < count; index++) {
    const code = codes[rows ? rows[index]! : index]!;
    to[start + index] = remap ? remap[code]! : code;
  }
}

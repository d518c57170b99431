import { type CodeArray } from './code-array.js';

/** Reads one column of a batch into codes of the store. */
export interface CodeSource {
  readonly name: string;
  readonly codes: CodeArray;
  /** The store's code of each code of the batch; `null` where they are the store's already. */
  readonly remap: readonly number[] | null;
}

/** Reads one column of numbers. */
export interface NumberSource {
  readonly name: string;
  readonly numbers: Float64Array;
}

/** What a batch says, in the store's codes. */
export interface RowSource {
  readonly ts: Float64Array;
  readonly userCodes: CodeArray;
  readonly userRemap: readonly number[];
  readonly codes: readonly CodeSource[];
  readonly numbers: readonly NumberSource[];
}

/** Events of one partition in ingestion order, before they are sorted. */
export class PendingRows {
  length = 0;
  users = new Uint32Array(FIRST_CAPACITY);
  ts = new Float64Array(FIRST_CAPACITY);
  sequence = new Uint32Array(FIRST_CAPACITY);
  readonly codes = new Map<string, Uint32Array>();
  readonly numbers = new Map<string, Float64Array>();

  get bytes(): number {
    const ofRow = 16 + 4 * this.codes.size + 8 * this.numbers.size;
    return this.length === 0 ? 0 : this.ts.length * ofRow;
  }

  /** Adds the rows of a batch that `rows` names, in that order; `firstSequence` is the number of row 0 in the store. */
  append(source: RowSource, rows: Uint32Array, firstSequence: number): void {
    this.#reserve(this.length + rows.length);
    const start = this.length;
    for (let index = 0; index < rows.length; index++) {
      const row = rows[index]!;
      this.users[start + index] = source.userRemap[source.userCodes[row]!]!;
      this.ts[start + index] = source.ts[row]!;
      this.sequence[start + index] = firstSequence + row;
    }
    for (const column of source.codes) this.#appendCodes(column, rows, start);
    for (const column of source.numbers) this.#appendNumbers(column, rows, start);
    // Columns that this batch lacks keep what `#reserve` filled in: missing.
    this.length += rows.length;
  }

  #appendCodes({ name, codes, remap }: CodeSource, rows: Uint32Array, start: number): void {
    let target = this.codes.get(name);
    if (!target) this.codes.set(name, (target = new Uint32Array(this.ts.length)));
    for (let index = 0; index < rows.length; index++) {
      const code = codes[rows[index]!]!;
      target[start + index] = remap ? remap[code]! : code;
    }
  }

  #appendNumbers({ name, numbers }: NumberSource, rows: Uint32Array, start: number): void {
    let target = this.numbers.get(name);
    if (!target) this.numbers.set(name, (target = new Float64Array(this.ts.length).fill(NaN)));
    for (let index = 0; index < rows.length; index++) target[start + index] = numbers[rows[index]!]!;
  }

  #reserve(length: number): void {
    if (length <= this.ts.length) return;
    let capacity = this.ts.length;
    while (capacity < length) capacity *= 2;
    this.users = grown(this.users, new Uint32Array(capacity));
    this.ts = grown(this.ts, new Float64Array(capacity));
    this.sequence = grown(this.sequence, new Uint32Array(capacity));
    for (const [name, column] of this.codes) this.codes.set(name, grown(column, new Uint32Array(capacity)));
    for (const [name, column] of this.numbers) {
      this.numbers.set(name, grown(column, new Float64Array(capacity).fill(NaN)));
    }
  }
}

const FIRST_CAPACITY = 1024;

function grown<Column extends Uint32Array | Float64Array>(column: Column, larger: Column): Column {
  larger.set(column);
  return larger;
}

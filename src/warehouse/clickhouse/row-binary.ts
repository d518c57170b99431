/** Types of columns as the format `RowBinary` has them; in it no value becomes text, so none changes on its way. */
export type ColumnType = 'Int64' | 'UInt64' | 'UInt32' | 'UInt8' | 'Float64' | 'String' | 'Array(String)';

/** A column of a table: its name, its type, and whether it may be `NULL`. */
export interface Column {
  readonly name: string;
  readonly type: ColumnType;
  readonly isNullable?: boolean;
}

/** A value of a column. Whole numbers are numbers here; ours stay below 2^53. */
export type ColumnValue = number | string | null | readonly string[];

const TWO_32 = 2 ** 32;

/** Writes rows of some columns. */
export class RowWriter {
  #bytes = Buffer.allocUnsafe(1 << 16);
  #length = 0;

  constructor(private readonly columns: readonly Column[]) {}

  /** How many bytes there are. */
  get length(): number {
    return this.#length;
  }

  /** Adds a row, with its values in the order of the columns. */
  add(values: readonly ColumnValue[]): void {
    for (let at = 0; at < this.columns.length; at++) this.#write(this.columns[at]!, values[at] ?? null);
  }

  /** Hands over what was written. */
  take(): Buffer {
    const written = this.#bytes.subarray(0, this.#length);
    this.#bytes = Buffer.allocUnsafe(1 << 16);
    this.#length = 0;
    return written;
  }

  #write({ type, isNullable, name }: Column, value: ColumnValue): void {
    this.#reserve(16);
    if (isNullable) {
      this.#bytes[this.#length++] = value === null ? 1 : 0;
      if (value === null) return;
    } else if (value === null) throw new TypeError(`Column ${name} has no value.`);
    if (type === 'String') this.#text(value as string);
    else if (type === 'Array(String)') {
      this.#size((value as readonly string[]).length);
      for (const item of value as readonly string[]) this.#text(item);
    } else this.#number(type, value as number);
  }

  #number(type: Exclude<ColumnType, 'String' | 'Array(String)'>, value: number): void {
    const bytes = this.#bytes;
    if (type === 'UInt8') bytes[this.#length++] = value;
    else if (type === 'UInt32') this.#length = bytes.writeUInt32LE(value, this.#length);
    else if (type === 'Float64') this.#length = bytes.writeDoubleLE(value, this.#length);
    else {
      const high = Math.floor(value / TWO_32);
      this.#length = bytes.writeUInt32LE(value - high * TWO_32, this.#length);
      this.#length = bytes.writeInt32LE(high, this.#length);
    }
  }

  #text(value: string): void {
    const size = Buffer.byteLength(value);
    this.#size(size);
    this.#reserve(size);
    this.#length += this.#bytes.write(value, this.#length);
  }

  /** A size: seven bits a byte, the lowest first. */
  #size(value: number): void {
    this.#reserve(10);
    let rest = value;
    for (; rest > 127; rest >>>= 7) this.#bytes[this.#length++] = (rest & 127) | 128;
    this.#bytes[this.#length++] = rest;
  }

  #reserve(more: number): void {
    if (this.#length + more <= this.#bytes.length) return;
    const grown = Buffer.allocUnsafe(Math.max(this.#bytes.length * 2, this.#length + more));
    this.#bytes.copy(grown, 0, 0, this.#length);
    this.#bytes = grown;
  }
}

/** Reads rows of some columns out of bytes that come piece by piece. */
export class RowReader {
  #bytes: Buffer = Buffer.alloc(0);
  #at = 0;

  constructor(private readonly columns: readonly Column[]) {}

  /** The rows that are whole with this piece. */
  *read(piece: Uint8Array): Generator<ColumnValue[]> {
    const rest = this.#bytes.subarray(this.#at);
    this.#bytes =
      rest.length === 0 ? Buffer.from(piece.buffer, piece.byteOffset, piece.length) : Buffer.concat([rest, piece]);
    this.#at = 0;
    for (;;) {
      const start = this.#at;
      const row = this.#row();
      if (row === null) {
        this.#at = start;
        return;
      }
      yield row;
    }
  }

  /** Whether the bytes ended with a row. */
  get isWhole(): boolean {
    return this.#at === this.#bytes.length;
  }

  /** A row, `null` where there are not bytes enough. */
  #row(): ColumnValue[] | null {
    if (this.#at >= this.#bytes.length) return null;
    const row: ColumnValue[] = new Array<ColumnValue>(this.columns.length);
    for (let at = 0; at < this.columns.length; at++) {
      const value = this.#value(this.columns[at]!);
      if (value === undefined) return null;
      row[at] = value;
    }
    return row;
  }

  #value({ type, isNullable }: Column): ColumnValue | undefined {
    if (isNullable) {
      if (this.#at >= this.#bytes.length) return undefined;
      if (this.#bytes[this.#at++] === 1) return null;
    }
    if (type === 'String') return this.#text();
    if (type === 'Array(String)') return this.#list();
    const from = this.#at;
    const size = type === 'UInt8' ? 1 : type === 'UInt32' ? 4 : 8;
    if (from + size > this.#bytes.length) return undefined;
    this.#at += size;
    if (type === 'UInt8') return this.#bytes[from];
    if (type === 'UInt32') return this.#bytes.readUInt32LE(from);
    if (type === 'Float64') return this.#bytes.readDoubleLE(from);
    return this.#bytes.readInt32LE(from + 4) * TWO_32 + this.#bytes.readUInt32LE(from);
  }

  #list(): string[] | undefined {
    const size = this.#size();
    if (size === undefined) return undefined;
    const list: string[] = [];
    for (let at = 0; at < size; at++) {
      const item = this.#text();
      if (item === undefined) return undefined;
      list.push(item);
    }
    return list;
  }

  #text(): string | undefined {
    const size = this.#size();
    if (size === undefined || this.#at + size > this.#bytes.length) return undefined;
    this.#at += size;
    return size === 0 ? '' : this.#bytes.toString('utf8', this.#at - size, this.#at);
  }

  #size(): number | undefined {
    let value = 0;
    for (let shift = 0; this.#at < this.#bytes.length; shift += 7) {
      const byte = this.#bytes[this.#at++]!;
      value += (byte & 127) * 2 ** shift;
      if (byte < 128) return value;
    }
    return undefined;
  }
}

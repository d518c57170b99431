/** Numbers, one an event or none; `NaN` means "missing". */
export interface Numbers {
  readonly bytes: number;
  at(row: number): number;
}

const MISSING = 0xffffffff;

/** Packs numbers (`NaN` for missing) into as little memory as keeps them exact; `null` where none is there. */
export function packNumbers(values: Float64Array): Numbers | null {
  let present = 0;
  let isWhole = true;
  for (const value of values) {
    if (value !== value) continue;
    present++;
    if (isWhole && !isSmallWhole(value)) isWhole = false;
  }
  if (present === 0) return null;
  const packed = isWhole ? Uint32Array : Float64Array;
  const saved = (values.length - present) * packed.BYTES_PER_ELEMENT;
  if (saved > values.length) return sparse(values, new packed(present));
  return isWhole ? new DenseWholes(toWholes(values)) : dense(values);
}

/** Whether a value is whole and fits 32 bits beside the mark of the missing. */
function isSmallWhole(value: number): boolean {
  return value >= 0 && value < MISSING && Math.floor(value) === value && !Object.is(value, -0);
}

function toWholes(values: Float64Array): Uint32Array {
  const wholes = new Uint32Array(values.length);
  for (let row = 0; row < values.length; row++) wholes[row] = values[row] === values[row] ? values[row]! : MISSING;
  return wholes;
}

class DenseWholes implements Numbers {
  constructor(readonly values: Uint32Array) {}

  get bytes(): number {
    return this.values.byteLength;
  }

  at(row: number): number {
    const value = this.values[row]!;
    return value === MISSING ? NaN : value;
  }
}

class DenseFloats implements Numbers {
  constructor(readonly values: Float64Array) {}

  get bytes(): number {
    return this.values.byteLength;
  }

  at(row: number): number {
    return this.values[row]!;
  }
}

/** Only the values that are there, found by counting the set bits before them. */
class SparseNumbers implements Numbers {
  constructor(
    readonly bits: Uint32Array,
    readonly before: Uint32Array,
    readonly values: Uint32Array | Float64Array,
  ) {}

  get bytes(): number {
    return this.bits.byteLength + this.before.byteLength + this.values.byteLength;
  }

  at(row: number): number {
    const word = this.bits[row >>> 5]!;
    const bit = 1 << (row & 31);
    if ((word & bit) === 0) return NaN;
    return this.values[this.before[row >>> 5]! + countBits(word & (bit - 1))]!;
  }
}

function dense(values: Float64Array): Numbers {
  return new DenseFloats(values.slice());
}

function sparse(values: Float64Array, kept: Uint32Array | Float64Array): Numbers {
  const words = (values.length + 31) >>> 5;
  const bits = new Uint32Array(words);
  const before = new Uint32Array(words);
  let count = 0;
  for (let row = 0; row < values.length; row++) {
    if ((row & 31) === 0) before[row >>> 5] = count;
    const value = values[row]!;
    if (value !== value) continue;
    bits[row >>> 5]! |= 1 << (row & 31);
    kept[count++] = value;
  }
  return new SparseNumbers(bits, before, kept);
}

/** Set bits of a 32-bit word (Hacker's Delight, section 5-1). */
function countBits(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return (((bits + (bits >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}

/** What a dictionary can hold: text, and for custom properties also numbers and truth values. */
export type DictionaryValue = string | number | boolean;

/**
 * Values by small whole numbers, in order of first appearance. Code 0 means "missing" and is never a value's code.
 */
export class Dictionary<Value extends DictionaryValue = string> {
  readonly #values: (Value | null)[] = [null];
  readonly #codes = new Map<Value, number>();
  readonly #remaps = new WeakMap<readonly Value[], Remap>();
  #characters = 0;

  /** How many codes there are, 0 included. */
  get size(): number {
    return this.#values.length;
  }

  /** An estimate of the memory it takes. */
  get bytes(): number {
    return this.#values.length * BYTES_PER_ENTRY + 2 * this.#characters;
  }

  /** The value of a code, `null` for 0. */
  valueOf(code: number): Value | null {
    return this.#values[code] ?? null;
  }

  /** The code of a value, 0 where it has never been seen. */
  codeOf(value: Value): number {
    return this.#codes.get(value) ?? 0;
  }

  /** The code of a value, a new one where it has never been seen. */
  add(value: Value): number {
    const known = this.#codes.get(value);
    if (known !== undefined) return known;
    const code = this.#values.length;
    this.#values.push(value);
    this.#codes.set(value, code);
    if (typeof value === 'string') this.#characters += value.length;
    return code;
  }

  /** What the values of another dictionary would take that are not here yet. It is read from where {@link remap} stopped. */
  bytesToTake(other: readonly Value[]): number {
    let bytes = 0;
    for (let code = this.#remaps.get(other)?.codes.length ?? 1; code < other.length; code++) {
      const value = other[code]!;
      if (!this.#codes.has(value)) bytes += BYTES_PER_ENTRY + (typeof value === 'string' ? 2 * value.length : 0);
    }
    return bytes;
  }

  /**
   * The codes here of another dictionary's codes. The other one may grow from call to call: it is read on from where
   * the last call stopped.
   */
  remap(other: readonly Value[]): Remap {
    let remap = this.#remaps.get(other);
    if (!remap) this.#remaps.set(other, (remap = { codes: [0], isIdentity: true }));
    const { codes } = remap;
    for (let code = codes.length; code < other.length; code++) {
      const own = this.add(other[code]!);
      codes.push(own);
      if (own !== code) remap.isIdentity = false;
    }
    return remap;
  }
}

/** The codes here of another dictionary's codes. */
export interface Remap {
  readonly codes: number[];
  /** Whether they are the same, as in the first batches of most logs. */
  isIdentity: boolean;
}

const BYTES_PER_ENTRY = 48;

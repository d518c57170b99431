import { decodeUtf8, hashBytes } from './byte-dictionary.js';
import type { Slot } from './slot.js';

/** A key as it stands in a line, `"name":`, with where its value goes and which keys followed it lately. */
export class Key {
  #next: Key | null = null;
  #other: Key | null = null;

  constructor(
    readonly bytes: Uint8Array,
    readonly slot: Slot | null,
  ) {}

  /** The key after this one, where it is one of the two that followed lately and stands at that place of the line. */
  guess(line: Uint8Array, at: number): Key | null {
    if (this.#next?.standsAt(line, at)) return this.#next;
    return this.#other?.standsAt(line, at) ? this.#other : null;
  }

  /** Notes which key followed this one. */
  remember(key: Key): void {
    this.#other = this.#next;
    this.#next = key;
  }

  /** True where the key stands at a place of a line. */
  standsAt(line: Uint8Array, at: number): boolean {
    const bytes = this.bytes;
    for (let i = 0; i < bytes.length; i++) if (line[at + i] !== bytes[i]) return false;
    return true;
  }

  /** True where the key's name is `line[start, end)`. */
  isNamed(line: Uint8Array, start: number, end: number): boolean {
    const bytes = this.bytes;
    if (bytes.length !== end - start + 3) return false;
    for (let i = start; i < end; i++) if (line[i] !== bytes[i - start + 1]) return false;
    return true;
  }
}

/** More different keys than a log of honest names has; past it rows take the exact way. */
const mostKeys = 10_000;

/**
 * The keys of JSON objects at one place, by their bytes. Rows of a log mostly have the same keys in the same order, so a
 * reader first tries the keys that followed lately ({@link Key.guess}) and asks here only where that fails.
 */
export class KeyTable {
  /** What stands before the first key of an object. */
  readonly first = new Key(new Uint8Array(0), null);
  readonly #byHash = new Map<number, Key[]>();
  #count = 0;

  constructor(private readonly slotOf: (name: string) => Slot) {}

  /** The key whose name is `line[start, end)`, without escapes; `null` where it is not UTF-8, or one too many. */
  find(line: Uint8Array, start: number, end: number): Key | null {
    const hash = hashBytes(line, start, end);
    const bucket = this.#byHash.get(hash);
    const known = bucket?.find((key) => key.isNamed(line, start, end));
    if (known) return known;
    const name = this.#count < mostKeys ? decodeUtf8(line, start, end) : null;
    if (name === null) return null;
    const bytes = new Uint8Array(end - start + 3);
    bytes.set(line.subarray(start - 1, end + 1));
    bytes[bytes.length - 1] = 0x3a;
    const key = new Key(bytes, this.slotOf(name));
    if (bucket) bucket.push(key);
    else this.#byHash.set(hash, [key]);
    this.#count++;
    return key;
  }
}

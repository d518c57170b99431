/** The hash that {@link ByteDictionary} expects, one byte at a time, so that a scanner can compute it as it goes. */
export function nextHash(hash: number, byte: number): number {
  return (Math.imul(hash, 31) + byte) | 0;
}

/** {@link nextHash} over a stretch of bytes. */
export function hashBytes(bytes: Uint8Array, start: number, end: number): number {
  let hash = 0;
  for (let i = start; i < end; i++) hash = nextHash(hash, bytes[i]!);
  return hash;
}

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const encoder = new TextEncoder();

/** Below this length a loop over characters beats a call of TextDecoder. */
const shortText = 24;

/** The text of some bytes, or `null` where they are not UTF-8. */
export function decodeUtf8(bytes: Uint8Array, start: number, end: number): string | null {
  if (end - start <= shortText) {
    let text = '';
    let i = start;
    for (; i < end && bytes[i]! < 0x80; i++) text += String.fromCharCode(bytes[i]!);
    if (i === end) return text;
  }
  try {
    return strict.decode(bytes.subarray(start, end));
  } catch {
    return null;
  }
}

/** A text as its UTF-8 form reads back: each lone surrogate becomes U+FFFD. */
export function wellFormed(text: string): string {
  return strict.decode(encoder.encode(text));
}

/**
 * Strings as codes, looked up by their UTF-8 bytes: a string that was seen before costs no decoding and no allocation.
 *
 * Code 0 is the empty string, which means "missing". Lone surrogates (possible through a JSON escape) become U+FFFD, as
 * they have no UTF-8 form. Open addressing, at most half full.
 */
export class ByteDictionary {
  /** Text of each code; only ever grows. */
  readonly strings: string[] = [''];
  #table = new Int32Array(64);
  #hashes = new Int32Array(32);
  /** Where the bytes of a code begin; they end where the next one's begin. */
  #starts = new Uint32Array(33);
  #arena = new Uint8Array(1024);

  /** Code of the text in `bytes[start, end)`, whose hash is given; -1 where the bytes are not UTF-8. */
  codeOf(bytes: Uint8Array, start: number, end: number, hash: number): number {
    if (start === end) return 0;
    const mask = this.#table.length - 1;
    let place = spread(hash) & mask;
    for (let code = this.#table[place]!; code !== 0; code = this.#table[place]!) {
      if (this.#hashes[code] === hash && this.#holds(code, bytes, start, end)) return code;
      place = (place + 1) & mask;
    }
    const text = decodeUtf8(bytes, start, end);
    return text === null ? -1 : this.#add(text, bytes, start, end, hash, place);
  }

  /** Code of a text. */
  codeOfText(text: string): number {
    const bytes = encoder.encode(text);
    return this.codeOf(bytes, 0, bytes.length, hashBytes(bytes, 0, bytes.length));
  }

  #holds(code: number, bytes: Uint8Array, start: number, end: number): boolean {
    const arena = this.#arena;
    const from = this.#starts[code]!;
    const length = end - start;
    if (this.#starts[code + 1]! - from !== length) return false;
    for (let i = 0; i < length; i++) if (arena[from + i] !== bytes[start + i]) return false;
    return true;
  }

  #add(text: string, bytes: Uint8Array, start: number, end: number, hash: number, place: number): number {
    const code = this.strings.length;
    const from = this.#starts[code]!;
    const to = from + end - start;
    if (code + 2 > this.#starts.length) this.#growCodes();
    if (to > this.#arena.length) this.#growArena(to);
    this.#arena.set(bytes.subarray(start, end), from);
    this.#starts[code + 1] = to;
    this.#hashes[code] = hash;
    this.#table[place] = code;
    this.strings.push(text);
    if (code * 2 >= this.#table.length) this.#growTable();
    return code;
  }

  #growCodes(): void {
    const length = this.#hashes.length * 2;
    this.#hashes = grown(this.#hashes, new Int32Array(length));
    this.#starts = grown(this.#starts, new Uint32Array(length + 1));
  }

  #growArena(atLeast: number): void {
    this.#arena = grown(this.#arena, new Uint8Array(Math.max(atLeast, this.#arena.length * 2)));
  }

  #growTable(): void {
    const table = new Int32Array(this.#table.length * 2);
    const mask = table.length - 1;
    for (let code = 1; code < this.strings.length; code++) {
      let place = spread(this.#hashes[code]!) & mask;
      while (table[place] !== 0) place = (place + 1) & mask;
      table[place] = code;
    }
    this.#table = table;
  }
}

/** Spreads the high bits of a hash over the low ones, which alone choose the place in the table. */
function spread(hash: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return mixed ^ (mixed >>> 13);
}

function grown<T extends Int32Array | Uint32Array | Uint8Array>(from: T, to: T): T {
  to.set(from);
  return to;
}

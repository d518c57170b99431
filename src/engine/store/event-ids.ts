import { FingerprintSet } from './fingerprint-set.js';

/**
 * The ids of events that were accepted. It keeps a 64-bit fingerprint of each id and not the text: among ten million
 * ids the odds that any two different ones meet are about 1 to 400,000.
 *
 * It may be bounded by a window that ends with the newest event. Then there is a set for each stretch of time, and one
 * that lies wholly before the window is dropped; an id is looked for in all that are left, as a second event with it
 * need not have the same time. The id of an event from before the window is looked for, and not remembered.
 */
export class EventIds {
  readonly #windowMs: number;
  readonly #stretches = new Map<number, FingerprintSet>();
  #newest = -Infinity;
  #low = 0;
  #high = 0;

  constructor(windowMs = Infinity) {
    this.#windowMs = windowMs;
  }

  get bytes(): number {
    let sum = 0;
    for (const stretch of this.#stretches.values()) sum += stretch.bytes;
    return sum;
  }

  /** Its memory with so many more ids. */
  bytesWith(more: number): number {
    if (more === 0) return this.bytes;
    const newest = this.#stretches.get(this.#stretchOf(this.#newest));
    return newest ? this.bytes - newest.bytes + newest.bytesWith(more) : new FingerprintSet().bytesWith(more);
  }

  /** Remembers the id of an event that happened at `ts`; `false` where it was there already. */
  add(id: string, ts: number): boolean {
    if (ts > this.#newest) this.#moveTo(ts);
    this.#takeFingerprint(id);
    const own = this.#stretchOf(ts);
    if (this.#isElsewhere(own)) return false;
    if (ts <= this.#newest - this.#windowMs) return true;
    let ids = this.#stretches.get(own);
    if (!ids) this.#stretches.set(own, (ids = new FingerprintSet()));
    return ids.add(this.#low, this.#high);
  }

  #isElsewhere(own: number): boolean {
    if (this.#windowMs === Infinity) return false;
    for (const [stretch, ids] of this.#stretches) if (stretch !== own && ids.has(this.#low, this.#high)) return true;
    return false;
  }

  #moveTo(newest: number): void {
    const [before, now] = [this.#stretchOf(this.#newest), this.#stretchOf(newest)];
    this.#newest = newest;
    if (before === now) return;
    const first = this.#stretchOf(newest - this.#windowMs);
    for (const stretch of this.#stretches.keys()) if (stretch < first) this.#stretches.delete(stretch);
  }

  #stretchOf(ts: number): number {
    return this.#windowMs === Infinity ? 0 : Math.floor((ts / this.#windowMs) * STRETCHES);
  }

  /** Two halves of a fingerprint; the high one is never 0. */
  #takeFingerprint(id: string): void {
    let low = 0x811c9dc5;
    let high = 0x9e3779b9;
    for (let index = 0; index < id.length; index++) {
      const unit = id.charCodeAt(index);
      low = Math.imul(low ^ unit, 0x01000193);
      high = Math.imul(high ^ unit, 0x85ebca6b);
      high = (high << 13) | (high >>> 19);
    }
    low = mix(low ^ id.length);
    this.#low = low >>> 0;
    this.#high = mix(high ^ low) >>> 0 || 1;
  }
}

/** In so many parts a window is dropped: more would be nearer to it, and slower to look into. */
const STRETCHES = 4;

/** The finalizer of MurmurHash3. */
function mix(hash: number): number {
  let mixed = hash;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}

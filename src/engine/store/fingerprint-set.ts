/**
 * A set of 64-bit fingerprints. Open addressing in one typed array, at most half full; a slot whose high half is 0 is
 * empty, so the high half of a fingerprint never is.
 */
export class FingerprintSet {
  #slots = new Uint32Array(2 * FIRST_CAPACITY);
  #count = 0;

  get bytes(): number {
    return this.#slots.byteLength;
  }

  /** Its memory with so many more. */
  bytesWith(more: number): number {
    let capacity = this.#slots.length / 2;
    while ((this.#count + more) * 2 > capacity) capacity *= 2;
    return 2 * capacity * Uint32Array.BYTES_PER_ELEMENT;
  }

  has(low: number, high: number): boolean {
    return this.#slots[2 * this.#slotOf(low, high) + 1] !== 0;
  }

  /** Takes a fingerprint; `false` where it was there already. */
  add(low: number, high: number): boolean {
    if (this.#count * 2 >= this.#slots.length / 2) this.#grow();
    const slot = this.#slotOf(low, high);
    if (this.#slots[2 * slot + 1] !== 0) return false;
    this.#slots[2 * slot] = low;
    this.#slots[2 * slot + 1] = high;
    this.#count++;
    return true;
  }

  /** The slot that holds a fingerprint, or the empty one where it belongs. */
  #slotOf(low: number, high: number): number {
    const slots = this.#slots;
    const mask = slots.length / 2 - 1;
    let slot = low & mask;
    while (slots[2 * slot + 1] !== 0 && (slots[2 * slot] !== low || slots[2 * slot + 1] !== high))
      slot = (slot + 1) & mask;
    return slot;
  }

  #grow(): void {
    const old = this.#slots;
    this.#slots = new Uint32Array(2 * old.length);
    this.#count = 0;
    for (let slot = 0; slot < old.length; slot += 2) {
      if (old[slot + 1] !== 0) this.add(old[slot]!, old[slot + 1]!);
    }
  }
}

const FIRST_CAPACITY = 1024;

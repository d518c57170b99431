/**
 * The ids of events that were accepted. It keeps a 64-bit fingerprint of each id and not the text: among ten million
 * ids the odds that any two different ones meet are about 1 to 400,000.
 */
export class EventIds {
  #slots = new Uint32Array(2 * FIRST_CAPACITY);
  #count = 0;

  get bytes(): number {
    return this.#slots.byteLength;
  }

  /** Remembers an id; `false` where it was there already. */
  add(id: string): boolean {
    let low = 0x811c9dc5;
    let high = 0x9e3779b9;
    for (let index = 0; index < id.length; index++) {
      const unit = id.charCodeAt(index);
      low = Math.imul(low ^ unit, 0x01000193);
      high = Math.imul(high ^ unit, 0x85ebca6b);
      high = (high << 13) | (high >>> 19);
    }
    low = mix(low ^ id.length);
    high = mix(high ^ low) >>> 0 || 1; // 0 marks an empty slot
    if (this.#count * 2 >= this.#slots.length / 2) this.#grow();
    return this.#insert(low >>> 0, high);
  }

  #insert(low: number, high: number): boolean {
    const mask = this.#slots.length / 2 - 1;
    let slot = low & mask;
    while (this.#slots[2 * slot + 1] !== 0) {
      if (this.#slots[2 * slot] === low && this.#slots[2 * slot + 1] === high) return false;
      slot = (slot + 1) & mask;
    }
    this.#slots[2 * slot] = low;
    this.#slots[2 * slot + 1] = high;
    this.#count++;
    return true;
  }

  #grow(): void {
    const old = this.#slots;
    this.#slots = new Uint32Array(2 * old.length);
    this.#count = 0;
    for (let slot = 0; slot < old.length; slot += 2) {
      if (old[slot + 1] !== 0) this.#insert(old[slot]!, old[slot + 1]!);
    }
  }
}

const FIRST_CAPACITY = 1024;

/** The finalizer of MurmurHash3. */
function mix(hash: number): number {
  let mixed = hash;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}

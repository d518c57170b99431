/** Of so many places at most three in four are taken. */
const FIRST_SIZE = 1 << 16;

/**
 * Which ids were met, as marks of 32 bits at places that other 32 bits of their hash choose: 5 to 11 bytes an id. An id that
 * was never met passes for one that was once in a thousand million times, so it only says who has to be looked up.
 */
export class IdMarks {
  #marks = new Uint32Array(FIRST_SIZE);
  #count = 0;

  /** Whether more ids find room. */
  hasRoomFor(more: number): boolean {
    return (this.#count + more) * 4 <= this.#marks.length * 3;
  }

  /** Begins anew, with room for so many ids. */
  clear(room: number): void {
    let size = FIRST_SIZE;
    while (room * 4 > size * 3) size *= 2;
    this.#marks = new Uint32Array(size);
    this.#count = 0;
  }

  /** Remembers an id by both halves of its hash; tells whether it may have been met before. */
  meet(low: number, high: number): boolean {
    const mark = high >>> 0 || 1;
    const last = this.#marks.length - 1;
    let at = (low & last) >>> 0;
    for (; this.#marks[at] !== 0; at = at === last ? 0 : at + 1) {
      if (this.#marks[at] === mark) return true;
    }
    this.#marks[at] = mark;
    this.#count++;
    return false;
  }
}

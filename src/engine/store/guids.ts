/**
 * The guid of each user of one app: the first, by time, that any of their events in the app carries. Of equal times the
 * event that was taken first counts.
 */
export class Guids {
  #codes = new Uint32Array(0);
  #times = new Float64Array(0);

  get bytes(): number {
    return this.#codes.byteLength + this.#times.byteLength;
  }

  /** Notes that an event of a user carries a guid. */
  note(user: number, guid: number, ts: number): void {
    if (user >= this.#codes.length) this.#grow(user + 1);
    if (this.#codes[user] !== 0 && this.#times[user]! <= ts) return;
    this.#codes[user] = guid;
    this.#times[user] = ts;
  }

  /** The guid of a user as far as events before an instant tell, 0 where they have none. */
  of(user: number, before: number): number {
    return user < this.#codes.length && this.#times[user]! < before ? this.#codes[user]! : 0;
  }

  #grow(length: number): void {
    const capacity = Math.max(length, 2 * this.#codes.length, 64);
    const [codes, times] = [new Uint32Array(capacity), new Float64Array(capacity)];
    codes.set(this.#codes);
    times.set(this.#times);
    [this.#codes, this.#times] = [codes, times];
  }
}

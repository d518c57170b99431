/** Bytes of a row whose end has not come yet. */
export class Carry {
  bytes = new Uint8Array(4096);
  length = 0;

  add(piece: Uint8Array): void {
    const length = this.length + piece.length;
    if (length > this.bytes.length) {
      const larger = new Uint8Array(Math.max(length, this.bytes.length * 2));
      larger.set(this.bytes.subarray(0, this.length));
      this.bytes = larger;
    }
    this.bytes.set(piece, this.length);
    this.length = length;
  }

  /** Keeps only what stands from a place on. */
  dropBefore(at: number): void {
    this.bytes.copyWithin(0, at, this.length);
    this.length -= at;
  }

  clear(): void {
    this.length = 0;
  }
}

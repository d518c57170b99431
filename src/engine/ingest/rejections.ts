/** A row that was not taken. */
export interface Rejection {
  /** Line of NDJSON or CSV, or element of an array, from 1. */
  readonly row: number;
  readonly reason: string;
}

/** Rejected rows: all are counted, the first are kept with their reasons. */
export class Rejections {
  count = 0;
  readonly list: Rejection[] = [];

  constructor(private readonly most: number) {}

  add(row: number, reason: string): void {
    this.count++;
    if (this.list.length < this.most) this.list.push({ row, reason });
  }
}

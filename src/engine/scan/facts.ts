import type { Slice } from './scope-log.js';

/** How many facts are handed on at once: enough to make a call cheap, few enough to stay in the processor's cache. */
export const CHUNK_SIZE = 1024;

/**
 * Some facts of one slice, as columns: what a scan hands to the reducers. Facts come person by person, so that a
 * reducer can count distinct people by remembering the last.
 */
export class Facts {
  slice!: Slice;
  length = 0;
  /**
   * Whether each fact is about an open or about one event. Where page views are asked for, an open all of whose page
   * views lie in one period stands for them.
   */
  areOpens = false;
  readonly person = new Uint32Array(CHUNK_SIZE);
  /** The row of an event. */
  readonly row = new Uint32Array(CHUNK_SIZE);
  /** The number of a page view. */
  readonly view = new Uint32Array(CHUNK_SIZE);
  /** The open that it is about or that holds it, plus 1; 0 where none does. */
  readonly open = new Uint32Array(CHUNK_SIZE);
  /** When it was; only where facts of all time are asked for. */
  readonly time = new Float64Array(CHUNK_SIZE);
  /** Where the fact counts: group × buckets + bucket. */
  readonly cell = new Uint32Array(CHUNK_SIZE);

  /** Whether there is no room for another fact. */
  get isFull(): boolean {
    return this.length === CHUNK_SIZE;
  }

  /** Adds a fact about an open, given by its number. */
  putOpen(person: number, open: number, time: number, cell: number): void {
    const at = this.length++;
    this.person[at] = person;
    this.open[at] = open + 1;
    this.time[at] = time;
    this.cell[at] = cell;
  }

  /** Adds a fact about a page view; `open` is the one that holds it plus 1. */
  putView(person: number, row: number, view: number, open: number, cell: number): void {
    const at = this.length++;
    this.person[at] = person;
    this.row[at] = row;
    this.view[at] = view;
    this.open[at] = open;
    this.cell[at] = cell;
  }

  /** Copies a fact of others to a place. */
  copy(from: Facts, index: number, place: number): void {
    this.person[place] = from.person[index]!;
    this.row[place] = from.row[index]!;
    this.view[place] = from.view[index]!;
    this.open[place] = from.open[index]!;
    this.time[place] = from.time[index]!;
  }
}

import type { CodedColumn } from '#engine/ingest/reading.js';

/** The texts of one column in several batches, each once; a text is known by its place, from 1. 0 is none. */
export class Words {
  readonly #places = new Map<string, number>();

  get list(): string[] {
    return [...this.#places.keys()];
  }

  placeOf(text: string): number {
    const known = this.#places.get(text);
    if (known !== undefined) return known;
    this.#places.set(text, this.#places.size + 1);
    return this.#places.size;
  }

  /** The places of the texts of the first rows of a column. */
  placesOf({ codes, dictionary }: CodedColumn, rows: number): Uint32Array {
    const placeOfCode = new Uint32Array(dictionary.length);
    const places = new Uint32Array(rows);
    for (let row = 0; row < rows; row++) {
      const code = codes[row]!;
      if (code !== 0) places[row] = placeOfCode[code] ||= this.placeOf(dictionary[code]!);
    }
    return places;
  }
}

import type { Pieces } from './input.js';

/** A file of which the first bytes were looked at. */
export interface Headed {
  /** The first bytes; fewer than asked for only where the file has no more. */
  readonly head: Uint8Array;
  /** The whole file, those bytes included. */
  readonly pieces: Pieces;
}

/** Looks at the first `length` bytes of a file without losing them. */
export async function withHead(pieces: Pieces, length: number): Promise<Headed> {
  const iterator = pieces[Symbol.asyncIterator]();
  const read: Uint8Array[] = [];
  let have = 0;
  while (have < length) {
    const next = await iterator.next();
    if (next.done) break;
    read.push(next.value);
    have += next.value.length;
  }
  return { head: concatenated(read, have).subarray(0, length), pieces: again(read, iterator) };
}

async function* again(read: readonly Uint8Array[], iterator: AsyncIterator<Uint8Array>): Pieces {
  try {
    yield* read;
    for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value;
  } finally {
    await iterator.return?.();
  }
}

function concatenated(pieces: readonly Uint8Array[], length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}

import { GzipMember } from './gzip-member.js';
import { type Pieces } from './input.js';

/** The bytes that a gzip member begins with: its mark and the one method there is. */
const magic: readonly number[] = [0x1f, 0x8b, 0x08];

/** True where bytes begin as gzip does. */
export function isGzip(bytes: Uint8Array): boolean {
  return magicAt(bytes, 0) === 0;
}

/**
 * Unpacks gzip, also several members one after the other (what `cat a.gz b.gz` and many log writers make).
 *
 * A browser's DecompressionStream takes one member only and fails on what follows. So wherever a member's first bytes
 * stand, it is asked whether the one in progress ends there; only where it does is it closed, which verifies its
 * checksum, and a new one begun.
 */
export async function* gunzip(packed: Pieces): Pieces {
  let member = new GzipMember();
  try {
    let held: Uint8Array = new Uint8Array(0);
    for await (const piece of packed) {
      const bytes = joined(held, piece);
      let from = 0;
      for (let at = magicAt(bytes, 1); at >= 0; at = magicAt(bytes, at + 1)) {
        yield* member.unpack(bytes.subarray(from, at));
        from = at;
        if (!(await member.endsHere())) continue;
        yield* member.end();
        member = new GzipMember();
      }
      const until = Math.max(from, bytes.length - magic.length + 1);
      yield* member.unpack(bytes.subarray(from, until));
      held = bytes.slice(until);
    }
    yield* member.unpack(held);
    yield* member.end();
  } finally {
    await member.giveUp();
  }
}

function magicAt(bytes: Uint8Array, from: number): number {
  let at = bytes.indexOf(magic[0]!, from);
  while (at >= 0 && (bytes[at + 1] !== magic[1] || bytes[at + 2] !== magic[2])) at = bytes.indexOf(magic[0]!, at + 1);
  return at;
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  if (first.length === 0) return second;
  const both = new Uint8Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}

import { magic, magicAt } from './gzip-mark.js';
import { GzipMember } from './gzip-member.js';
import type { Pieces } from './input.js';

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

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  if (first.length === 0) return second;
  const both = new Uint8Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}

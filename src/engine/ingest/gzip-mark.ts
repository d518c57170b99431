/** The bytes that a gzip member begins with: its mark and the one method there is. */
export const magic: readonly number[] = [0x1f, 0x8b, 0x08];

/** True where bytes begin as gzip does. */
export function isGzip(bytes: Uint8Array): boolean {
  return magicAt(bytes, 0) === 0;
}

/** Where the mark stands next, from a byte on; below 0 where it does not. */
export function magicAt(bytes: Uint8Array, from: number): number {
  let at = bytes.indexOf(magic[0]!, from);
  while (at >= 0 && (bytes[at + 1] !== magic[1] || bytes[at + 2] !== magic[2])) at = bytes.indexOf(magic[0]!, at + 1);
  return at;
}

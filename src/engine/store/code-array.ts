/** Dictionary codes in the narrowest array that holds them. */
export type CodeArray = Uint8Array | Uint16Array | Uint32Array;

/** An array for codes below `size`. */
export function codeArray(length: number, size: number): CodeArray {
  if (size <= 0x100) return new Uint8Array(length);
  if (size <= 0x10000) return new Uint16Array(length);
  return new Uint32Array(length);
}

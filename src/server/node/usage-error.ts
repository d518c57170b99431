/** Arguments that cannot be used; the message names each with its value and what to write instead. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

let last = Promise.resolve();

/**
 * Waits for a task of one's own, where others wait too: a page whose answers have all come at once draws one widget after
 * the other, and can be used meanwhile. Whoever comes alone goes on at once.
 */
export function turn(): Promise<void> {
  const mine = last;
  last = mine.then(() => new Promise((resolve) => setTimeout(resolve)));
  return mine;
}

let last: Promise<unknown> = Promise.resolve();

/**
 * Waits for a task of one's own, where others wait too: a page whose answers have all come at once draws one widget after
 * the other, and can be used meanwhile. Whoever comes alone goes on at once, and so does everybody while nobody looks: a
 * page in the background has a timer run once a second.
 */
export function turn(): Promise<unknown> {
  const mine = last;
  last = mine.then(() => document.hidden || new Promise((resolve) => setTimeout(resolve)));
  return mine;
}

/** What a measurement needs to be of use: what it took when all was warm. */
export interface Timing {
  readonly median: number;
  readonly best: number;
}

/** Runs something again and again, for about a second and at most `most` times, after some runs that do not count. */
export async function time(run: () => unknown, most = 25): Promise<Timing> {
  const first = performance.now();
  await run();
  const once = performance.now() - first;
  const runs = Math.max(3, Math.min(most, Math.floor(1000 / Math.max(once, 1))));
  // A function is compiled well only after it has run for a while.
  if (once < 500) for (let warm = 0; warm < 20 && performance.now() - first < 1000; warm++) await run();
  const taken: number[] = [];
  for (let count = 0; count < runs; count++) {
    const start = performance.now();
    await run();
    taken.push(performance.now() - start);
  }
  return { median: median(taken), best: Math.min(...taken) };
}

/** The middle of some numbers. */
export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const half = sorted.length / 2;
  return sorted.length % 2 === 1 ? sorted[Math.floor(half)]! : (sorted[half - 1]! + sorted[half]!) / 2;
}

/** Bytes that live objects take, on the heap and in typed arrays, once the garbage is gone. */
export function liveBytes(): number {
  (globalThis as { gc?: () => void }).gc?.();
  (globalThis as { gc?: () => void }).gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

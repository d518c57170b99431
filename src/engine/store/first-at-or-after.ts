/** The first place in sorted numbers (or a sorted stretch of them) whose value is not less, its end where all are. */
export function firstAtOrAfter(sorted: ArrayLike<number>, value: number, from = 0, to = sorted.length): number {
  let [low, high] = [from, to];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

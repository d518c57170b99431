interface Cluster {
  first: number;
  count: number;
  /** Sum of the places its labels would like, each less its offset inside the cluster. */
  wish: number;
}

/**
 * Places labels on a line so that no two are nearer than `gap`, each as near as can be to where it wants to be, all
 * inside `[low, high]`. Answers in the order given. Where they cannot all fit, they are spread evenly.
 */
export function spreadLabels(wanted: readonly number[], gap: number, low: number, high: number): number[] {
  const count = wanted.length;
  if (count === 0) return [];
  const order = wanted.map((_, i) => i).sort((a, b) => wanted[a]! - wanted[b]! || a - b);
  const room = count > 1 ? Math.min(gap, (high - low) / (count - 1)) : 0;
  const placed = new Array<number>(count);
  for (const cluster of clusters(
    order.map((i) => wanted[i]!),
    room,
    low,
    high,
  )) {
    const start = startOf(cluster, room, low, high);
    for (let i = 0; i < cluster.count; i++) placed[order[cluster.first + i]!] = start + i * room;
  }
  return placed;
}

/** Merges neighbours that would overlap until none does (pool adjacent violators). */
function clusters(sorted: readonly number[], gap: number, low: number, high: number): Cluster[] {
  const merged: Cluster[] = [];
  sorted.forEach((wish, first) => {
    let last: Cluster = { first, count: 1, wish };
    let before = merged.at(-1);
    while (before && startOf(before, gap, low, high) + before.count * gap > startOf(last, gap, low, high)) {
      merged.pop();
      last = {
        first: before.first,
        count: before.count + last.count,
        wish: before.wish + last.wish - last.count * before.count * gap,
      };
      before = merged.at(-1);
    }
    merged.push(last);
  });
  return merged;
}

function startOf({ count, wish }: Cluster, gap: number, low: number, high: number): number {
  return Math.max(low, Math.min(wish / count, high - (count - 1) * gap));
}

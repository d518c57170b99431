/** One part of a doughnut, as the path of an SVG. */
export interface Arc {
  /** Which part it is. */
  readonly index: number;
  readonly path: string;
}

/** Shares that are missing a whole by more than this do not make one. */
const TOLERANCE = 0.005;

/** So many parts can be told apart in a ring. */
export const MOST_PARTS = 5;

/** Whether shares make a whole of few parts, which is all that a doughnut can show. */
export function makesWhole(shares: readonly (number | null)[]): boolean {
  const sum = shares.reduce<number>((all, share) => all + (share ?? 0), 0);
  return shares.length <= MOST_PARTS && Math.abs(sum - 1) < TOLERANCE;
}

/**
 * The parts of a ring around 0,0, from the top and clockwise, `-` for counter-clockwise where one reads from the right.
 * Parts of nothing have no arc; a whole is two halves, because an arc cannot end where it begins.
 */
export function arcs(shares: readonly (number | null)[], outer: number, inner: number, isMirrored = false): Arc[] {
  let start = 0;
  return shares.flatMap((share, index) => {
    const length = Math.max(0, share ?? 0);
    const [from, to] = [start, (start += length)];
    if (length === 0) return [];
    const pieces = length > 0.999 ? [segment(from, from + 0.5), segment(from + 0.5, from + 1)] : [segment(from, to)];
    return [{ index, path: pieces.join('') }];
  });

  function segment(from: number, to: number): string {
    const sweep = isMirrored ? 0 : 1;
    const isLarge = to - from > 0.5 ? 1 : 0;
    return (
      `M${point(from, outer)}A${outer} ${outer} 0 ${isLarge} ${sweep} ${point(to, outer)}` +
      `L${point(to, inner)}A${inner} ${inner} 0 ${isLarge} ${1 - sweep} ${point(from, inner)}Z`
    );
  }

  function point(turn: number, radius: number): string {
    const angle = turn * 2 * Math.PI * (isMirrored ? -1 : 1);
    return [Math.sin(angle), -Math.cos(angle)].map((unit) => Number((unit * radius).toFixed(3)) + 0).join(' ');
  }
}

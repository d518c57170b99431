/** How a metric's values want to be cut into round ticks. */
export type ValueKind = 'count' | 'decimal' | 'rate' | 'seconds';

/** A value axis: its two ends and the round values that carry a line. */
export interface ValueScale {
  readonly min: number;
  readonly max: number;
  /** Ascending; three to five of them, one where every value is zero. */
  readonly ticks: readonly number[];
  /** Whether the lowest line is zero: only then may a wash be drawn down to it. */
  readonly fromZero: boolean;
}

const MINUTE = 60;
const HOUR = 3600;
/** Steps that read round on a clock; above the last, whole tens of hours. */
const CLOCK_STEPS = [1, 2, 5, 10, 15, 30, MINUTE, 120, 300, 600, 900, 1800, HOUR, 7200, 10_800, 21_600, 43_200, 86_400];
/** A line that never falls under this share of its peak may leave zero out, unless it is a count. */
const FIT_SHARE = 0.5;

/**
 * The round scale for these values. Counts always start at zero; averages and rates start at zero too, unless they
 * vary so little that the line would be flat, in which case the scale is fitted and `fromZero` says so.
 * All zeros give one line, the baseline.
 */
export function valueScale(values: Iterable<number | null>, kind: ValueKind, most = 5): ValueScale {
  const { low, high } = extent(values);
  if (high <= 0 && low >= 0) return { min: 0, max: 1, ticks: [0], fromZero: true };
  if (kind === 'count' || low < high * FIT_SHARE || low === high)
    return scaleBetween(Math.min(0, low), high, kind, most);
  return scaleBetween(low, high, kind, most);
}

function extent(values: Iterable<number | null>): { low: number; high: number } {
  let low = Infinity;
  let high = -Infinity;
  for (const value of values) {
    if (value === null || !Number.isFinite(value)) continue;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return low > high ? { low: 0, high: 0 } : { low, high };
}

function scaleBetween(low: number, high: number, kind: ValueKind, most: number): ValueScale {
  let best: ValueScale | undefined;
  for (const step of steps(high - low, kind)) {
    const from = Math.floor(round(low / step));
    const to = Math.ceil(round(high / step));
    const count = to - from + 1;
    if (count > most) continue;
    if (best && step > 2 * (high - low)) return best;
    const scale = {
      min: round(from * step),
      max: round(to * step),
      ticks: Array.from({ length: count }, (_, i) => round((from + i) * step)),
      fromZero: from <= 0 && to >= 0,
    };
    if (count < 3) return best ?? scale;
    if (!best || emptyShare(scale, low, high) < emptyShare(best, low, high)) best = scale;
  }
  return best!;
}

/** Candidate steps, ascending, from "too many lines" to "too few". */
function* steps(span: number, kind: ValueKind): Generator<number> {
  const smallest = span / 6;
  if (kind === 'seconds' && smallest >= 0.5) {
    for (const step of CLOCK_STEPS) if (step >= smallest) yield step;
    yield* decimalSteps(Math.max(smallest / HOUR, 10), HOUR, true);
  } else {
    yield* decimalSteps(smallest, 1, kind === 'count');
  }
}

function* decimalSteps(smallest: number, unit: number, whole: boolean): Generator<number> {
  let power = Math.floor(Math.log10(smallest));
  if (whole) power = Math.max(0, power);
  for (; ; power++) {
    for (const digit of [1, 2, 2.5, 5]) {
      if (whole && digit === 2.5 && power === 0) continue;
      const step = digit * 10 ** power;
      if (step >= smallest) yield round(step * unit);
    }
  }
}

/** How much of the scale lies beyond the values. */
function emptyShare({ min, max }: ValueScale, low: number, high: number): number {
  return 1 - (high - low) / (max - min);
}

/** Cuts the binary dust of decimal steps (0.1 + 0.2). */
function round(value: number): number {
  return Number(value.toPrecision(12));
}

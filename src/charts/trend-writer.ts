import type { Bucket, Range } from '#contract/api.js';
import type { WallTime } from './calendar.js';
import type { TickStyle } from './time-ticks.js';
import type { TrendLine } from './trend-model.js';

/** A change as it is shown: the words, and which way it went. */
export interface WrittenGrowth {
  readonly text: string;
  readonly direction: 'up' | 'down' | 'flat' | 'none';
  /** Whether that is good news; nothing where the metric takes no side. */
  readonly isGood: boolean | undefined;
}

/** How a trend is put into words and figures, in one language, for one report. */
export interface TrendWriter {
  name(line: TrendLine): string;
  /** In full, with its unit; a dash for `null`. */
  value(metric: string, value: number | null): string;
  /** Compact, for the value axis. */
  valueTick(metric: string, value: number): string;
  timeTick(time: WallTime, bucket: Bucket, style: TickStyle): string;
  /** “Fri 13 Nov”, “13 Nov, 14:00”, “9 – 15 Nov”, “November 2026”. */
  bucket(bucket: Bucket): string;
  /** Of the running bucket: “Today until 13:30”; “so far, to 13:30” where it is longer than a day. */
  soFar(bucket: Bucket): string;
  /** What is missing of a bucket that is not whole, or nothing: “so far, to 13:30”, “cut by the range”. */
  state(bucket: Bucket): string;
  range(range: Range): string;
  growth(metric: string, growth: number | null): WrittenGrowth;
}

import type { WallTime } from './calendar.js';

/** A label on the time axis, over the bucket with this index. */
export interface TimeTick {
  readonly index: number;
  readonly label: string;
}

/** How a tick is written; it follows from how far apart the ticks lie. */
export type TickStyle = 'clock' | 'day' | 'month' | 'year';

/** What `timeTicks` needs to know of the axis it labels. */
export interface TimeTickOptions {
  /** Pixels between the first and the last bucket. */
  readonly width: number;
  /** 0 is Sunday. */
  readonly weekStart: number;
  readonly label: (index: number, style: TickStyle) => string;
  /** Width of a label in pixels. */
  readonly measure: (label: string) => number;
}

/** One way to thin an axis: the buckets at which a stretch of time begins. */
interface Level {
  readonly style: TickStyle;
  /** Take every n-th of them, from the first. */
  readonly step?: number;
  readonly begins: (times: readonly WallTime[], index: number, weekStart: number) => boolean;
}

/** Least room between two labels, and before the last one, which is flush with the edge. */
const GAP = 36;
const END_GAP = 16;

/** A day's first bucket, which is not at 0:00 where the clock jumps over midnight. */
function beginsDay(times: readonly WallTime[], index: number): boolean {
  const time = times[index]!;
  const before = times[index - 1];
  return before ? before.dayNumber !== time.dayNumber : time.hour === 0 && time.minute === 0;
}

const minutes = (step: number): Level => ({
  style: 'clock',
  begins: (times, index) =>
    (times[index]!.hour * 60 + times[index]!.minute) % step === 0 || (index > 0 && beginsDay(times, index)),
});
const weeks = (step: number): Level => ({
  style: 'day',
  step,
  begins: (times, index, weekStart) => times[index]!.weekday === weekStart && beginsDay(times, index),
});
const months = (step: number, style: TickStyle): Level => ({
  style,
  begins: (times, index) => {
    const { day, month } = times[index]!;
    return day === 1 && (month - 1) % step === 0 && beginsDay(times, index);
  },
});
const every = (step: number): Level => ({ style: 'day', step, begins: () => true });

const CLOCK = [1, 5, 10, 15, 30, 60, 120, 180, 360, 720].map(minutes);
const DAYS: readonly Level[] = [{ style: 'day', begins: beginsDay }, ...[1, 2, 4].map(weeks)];
const MONTHS = [...[1, 3, 6].map((step) => months(step, 'month')), months(12, 'year')];
/** Weekly buckets seldom begin a month, so they are thinned by count. */
const WEEKS = [1, 2, 4, 8, 13, 26].map(every);

function levelsOf(times: readonly WallTime[]): readonly Level[] {
  switch (ownStyle(times)) {
    case 'clock':
      return [...CLOCK, ...DAYS, ...MONTHS];
    case 'day':
      return isWeekly(times) ? WEEKS : [...DAYS, ...MONTHS];
    default:
      return MONTHS;
  }
}

/**
 * Labels where a round stretch of time begins (an hour, a day, a week, a month): the finest stretch whose labels fit.
 * A last label names the end.
 */
export function timeTicks(times: readonly WallTime[], options: TimeTickOptions): TimeTick[] {
  const last = times.length - 1;
  if (last <= 0) return times.map((_, index) => ({ index, label: options.label(index, ownStyle(times)) }));
  // writing a label is dear, so a level with too many of them is passed over unwritten
  const most = options.width / GAP + 1;
  for (const level of levelsOf(times)) {
    const indices = indicesOf(level, times, options.weekStart);
    if (indices.length === 0 || indices.length > most) continue;
    const ticks = indices.map((index) => tickAt(index, level, times, options));
    if (fit(ticks, last, options)) return withEnd(ticks, times, level.style, options);
  }
  return withEnd([], times, ownStyle(times), options);
}

function indicesOf({ begins, step = 1 }: Level, times: readonly WallTime[], weekStart: number): number[] {
  const indices: number[] = [];
  for (let index = 0; index < times.length; index++) if (begins(times, index, weekStart)) indices.push(index);
  return indices.filter((_, i) => i % step === 0);
}

/** Between the hours of several days, midnight is named by its day. */
function tickAt(index: number, level: Level, times: readonly WallTime[], { label }: TimeTickOptions): TimeTick {
  const isMidnight = level.style === 'clock' && beginsDay(times, index);
  const oneDay = times[0]!.dayNumber === times.at(-1)!.dayNumber;
  return { index, label: label(index, isMidnight && !oneDay ? 'day' : level.style) };
}

function fit(ticks: readonly TimeTick[], last: number, { width, measure }: TimeTickOptions): boolean {
  const step = width / last;
  return ticks.every((tick, i) => {
    const next = ticks[i + 1];
    return !next || (next.index - tick.index) * step >= (measure(tick.label) + measure(next.label)) / 2 + GAP;
  });
}

/** The end's label is flush with the edge of the plot; a tick that would touch it gives way. */
function withEnd(
  ticks: readonly TimeTick[],
  times: readonly WallTime[],
  style: TickStyle,
  { width, label, measure }: TimeTickOptions,
): TimeTick[] {
  const last = times.length - 1;
  const named = ticks.at(-1);
  // hours that are named by their days end with a day, and not with an hour of it
  const endStyle = style === 'clock' || ownStyle(times) !== 'clock' ? ownStyle(times) : 'day';
  const end = named?.index === last ? named : { index: last, label: label(last, endStyle) };
  const free = width - measure(end.label) - END_GAP;
  const clear = ticks.filter(
    ({ index, label: text }) =>
      index < last && text !== end.label && (index * width) / last + measure(text) / 2 <= free,
  );
  return [...clear, end];
}

function ownStyle(times: readonly WallTime[]): TickStyle {
  if (!times.every(({ hour, minute }) => hour === 0 && minute === 0)) return 'clock';
  return isMonthly(times) ? 'month' : 'day';
}

function isMonthly(times: readonly WallTime[]): boolean {
  return times.length > 1 && times.slice(1).every(({ day }) => day === 1);
}

function isWeekly(times: readonly WallTime[]): boolean {
  return times.length > 2 && times[2]!.dayNumber - times[1]!.dayNumber === 7;
}

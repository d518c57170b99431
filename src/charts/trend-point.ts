import type { Profile } from '#contract/api.js';
import { growth } from '#contract/growth.js';
import type { TrendLine, TrendModel } from './trend-model.js';
import type { TrendWriter, WrittenGrowth } from './trend-writer.js';

/** What one line says at one bucket, in words. */
export interface PointRow {
  readonly line: TrendLine;
  readonly name: string;
  readonly value: string;
  /** Its value in the bucket that it is compared with. */
  readonly compared?: string;
  /** Absent where the two buckets do not hold equally much time. */
  readonly growth?: WrittenGrowth;
}

/** What a trend says at one bucket: the tooltip, the live region and a row of the table are made from this. */
export interface TrendPoint {
  readonly index: number;
  readonly bucket: string;
  /** “so far, to 13:30”, or empty for a whole bucket. */
  readonly state: string;
  /** The bucket that it is compared with. */
  readonly base?: string;
  readonly rows: readonly PointRow[];
}

/** How a trend is put into words, and how its profile counts a change from nothing. */
export interface PointView {
  readonly shown: ReadonlySet<string>;
  readonly writer: TrendWriter;
  readonly zeroPrevious: Profile['growth']['zero_previous'];
}

/** Reads a trend at one bucket. */
export function trendPoint(model: TrendModel, index: number, view: PointView): TrendPoint {
  const { writer, shown } = view;
  const bucket = model.buckets[index]!;
  const base = model.base?.buckets[index];
  return {
    index,
    bucket: writer.bucket(bucket),
    state: writer.state(bucket),
    rows: model.lines.filter(({ id }) => shown.has(id)).map((line) => pointRow(model, line, index, view)),
    ...(base && { base: writer.bucket(base) }),
  };
}

function pointRow(model: TrendModel, line: TrendLine, index: number, { writer, zeroPrevious }: PointView): PointRow {
  const value = line.values[index] ?? null;
  const row = { line, name: writer.name(line), value: writer.value(line.metric, value) };
  if (!line.compared || !model.base?.buckets[index]) return row;
  const before = line.compared[index] ?? null;
  const compared = writer.value(line.metric, before);
  if (!isComparable(model, index)) return { ...row, compared };
  return { ...row, compared, growth: writer.growth(line.metric, growth(value, before, zeroPrevious)) };
}

/** A bucket of which a part is missing grows or shrinks by what is missing, so only whole ones are compared. */
export function isComparable({ buckets, base }: TrendModel, index: number): boolean {
  return buckets[index]?.state === 'complete' && base?.buckets[index]?.state === 'complete';
}

import type { TrendReport } from '#contract/api.js';
import { cutBuckets, type Bucket } from '#time/buckets.js';
import type { Granularity } from '#time/granularity.js';
import type { TimeRange } from '#time/range.js';
import type { Subject } from './question.js';

/** The buckets of a range, cut by the rules of a question. */
export function bucketsOf({ zone, asOf, profile }: Subject, range: TimeRange, granularity: Granularity): Bucket[] {
  return cutBuckets(zone, range, granularity, { asOf, weekStart: profile.week_start });
}

/** Buckets as an answer names them. */
export function named(buckets: readonly Bucket[]): TrendReport['buckets'] {
  return buckets.map(({ label, state }) => ({ ...label, state }));
}

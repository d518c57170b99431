import { ReportError } from '#contract/problems.js';

const MINUTE_MS = 60_000;

/** Counts a request of somebody; throws a 429 with the time to wait where they have asked too often. */
export type RateLimit = (who: string) => void;

/**
 * A bucket for each who asks: it holds as many requests as a minute allows and fills up evenly, so that a burst is
 * answered and a steady excess is not.
 *
 * @param perMinute requests a minute; `undefined` for no limit.
 */
export function createRateLimit(perMinute: number | undefined, now: () => number = () => performance.now()): RateLimit {
  if (perMinute === undefined) return () => undefined;
  const buckets = new Map<string, { left: number; at: number }>();
  let sweptAt = now();
  return (who) => {
    const time = now();
    if (time - sweptAt >= MINUTE_MS) {
      sweptAt = time;
      // Whoever has been silent for a minute has a full bucket, as somebody new has.
      for (const [key, { at }] of buckets) if (time - at >= MINUTE_MS) buckets.delete(key);
    }
    const { left, at } = buckets.get(who) ?? { left: perMinute, at: time };
    const filled = Math.min(perMinute, left + ((time - at) * perMinute) / MINUTE_MS);
    if (filled < 1) throw tooMany(perMinute, ((1 - filled) * MINUTE_MS) / perMinute / 1000);
    buckets.set(who, { left: filled - 1, at: time });
  };
}

function tooMany(perMinute: number, seconds: number): ReportError {
  const wait = Math.ceil(seconds);
  const detail = `More than ${perMinute} requests a minute. Ask again in ${wait} ${wait === 1 ? 'second' : 'seconds'}.`;
  return new ReportError('rate_limited', detail, [], { retryAfterSeconds: seconds });
}

import { describe, expect, it } from 'vitest';
import type { ReportError } from '#contract/problems.js';
import { createRateLimit } from '#server/node/operation/rate-limit.js';

function limited(perMinute: number | undefined) {
  const clock = { now: 0 };
  const count = createRateLimit(perMinute, () => clock.now);
  const waitOf = (who = 'mei'): number | undefined => {
    try {
      count(who);
      return undefined;
    } catch (error) {
      return (error as ReportError).retryAfterSeconds;
    }
  };
  return { clock, waitOf };
}

describe('a rate limit', () => {
  it('answers a burst of a minute’s requests, then says how long to wait', () => {
    const { waitOf } = limited(3);
    expect([waitOf(), waitOf(), waitOf(), waitOf()]).toEqual([undefined, undefined, undefined, 20]);
  });

  it('fills up evenly, and not above a minute’s requests', () => {
    const { clock, waitOf } = limited(3);
    for (let asked = 0; asked < 3; asked++) waitOf();
    clock.now = 19_999;
    expect(waitOf()).toBeCloseTo(0.001);
    clock.now = 20_000;
    expect([waitOf(), waitOf()]).toEqual([undefined, 20]);
    clock.now = 3_600_000;
    expect([waitOf(), waitOf(), waitOf(), waitOf()]).toEqual([undefined, undefined, undefined, 20]);
  });

  it('counts each who asks alone', () => {
    const { waitOf } = limited(1);
    expect([waitOf('mei'), waitOf('lin'), waitOf('mei')]).toEqual([undefined, undefined, 60]);
  });

  it('does not lengthen the wait of those who ask too often', () => {
    const { waitOf } = limited(1);
    expect([waitOf(), waitOf(), waitOf()]).toEqual([undefined, 60, 60]);
  });

  it('forgets the silent and nobody else', () => {
    const { clock, waitOf } = limited(2);
    waitOf('old');
    clock.now = 59_000;
    expect([waitOf('new'), waitOf('new')]).toEqual([undefined, undefined]);
    clock.now = 60_000;
    waitOf('old');
    expect(waitOf('new')).toBeGreaterThan(28);
  });

  it('is none where none is set', () => {
    const { waitOf } = limited(undefined);
    expect(Array.from({ length: 10_000 }, () => waitOf()).every((wait) => wait === undefined)).toBe(true);
  });

  it('is answered with a sentence', () => {
    const count = createRateLimit(1, () => 0);
    count('mei');
    expect(() => {
      count('mei');
    }).toThrow('More than 1 requests a minute. Ask again in 60 seconds.');
  });
});

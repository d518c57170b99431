import { describe, expect, it } from 'vitest';
import { secondsOf, spanOf, timeSpan } from '#format/time-span.js';

describe('a span of time', () => {
  it.each([
    [1, 1, 'second'],
    [59, 59, 'second'],
    [60, 1, 'minute'],
    [90, 90, 'second'],
    [3600, 1, 'hour'],
    [5400, 90, 'minute'],
    [86_400, 1, 'day'],
    [129_600, 36, 'hour'],
    [604_800, 7, 'day'],
  ] as const)('of %d seconds is %d %s', (seconds, value, unit) => {
    expect(spanOf(seconds)).toEqual({ value, unit });
    expect(secondsOf({ value, unit })).toBe(seconds);
  });

  it.each([
    ['en', 86_400, '1 day'],
    ['en', 1800, '30 minutes'],
    ['zh-CN', 604_800, '7天'],
    ['ar', 86_400, 'يوم'],
  ])('is said in words: %s', (locale, seconds, text) => {
    expect(timeSpan(seconds, locale)).toBe(text);
  });
});

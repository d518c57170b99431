import { describe, expect, it } from 'vitest';
import { retryAfter } from '#client/retry-after.js';

const now = Date.parse('2026-11-22T05:30:00Z');

describe('Retry-After', () => {
  it('counts seconds from now', () => expect(retryAfter('24', now)).toBe(now + 24_000));
  it('takes 0 as now', () => expect(retryAfter(' 0 ', now)).toBe(now));
  it('reads an HTTP date', () => expect(retryAfter('Sun, 22 Nov 2026 05:31:30 GMT', now)).toBe(now + 90_000));
  it('takes a date that has passed as now', () => expect(retryAfter('Sat, 21 Nov 2026 05:31:30 GMT', now)).toBe(now));
  it.each([null, undefined, '', '-5', '1.5', 'soon', 'Later 1'])('gives nothing for %j', (header) =>
    expect(retryAfter(header, now)).toBeUndefined(),
  );
});

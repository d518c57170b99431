import { describe, expect, it } from 'vitest';
import { shortenMiddle, splitMiddle } from '#format/middle.js';

const path = 'packageCampaign/pages/autumn-harvest-2026/osmanthus?creative=b7';

describe('a long path', () => {
  it('is shortened in the middle, its tail kept', () => {
    const short = shortenMiddle(path, 30);
    expect(short).toHaveLength(30);
    expect(short.startsWith('packageCampaign/')).toBe(true);
    expect(short.endsWith('creative=b7')).toBe(true);
  });

  it('stays whole where it fits', () => {
    expect(shortenMiddle('pages/home', 10)).toBe('pages/home');
  });

  it('is never cut inside a character that people see as one', () => {
    const family = '👨‍👩‍👧';
    expect(shortenMiddle(`${family}abc${family}`, 3)).toBe(
      `${family}a…`.slice(0, family.length) + `a…`.slice(0, 1) + '…',
    );
    expect(splitMiddle(`ab${family}`, 1)).toEqual({ head: 'ab', tail: family });
  });

  it('is given to CSS in two halves that make it whole again', () => {
    const { head, tail } = splitMiddle(path);
    expect(head + tail).toBe(path);
    expect(tail).toHaveLength(12);
    expect(splitMiddle('abc')).toEqual({ head: 'ab', tail: 'c' });
  });
});

import { describe, expect, it } from 'vitest';
import { formatInstant, parseInstant } from '#time/instant.js';

describe('instant', () => {
  it.each([
    ['2026-03-01T08:00:00Z', '2026-03-01T08:00:00Z'],
    ['2026-03-01T08:00:00+08:00', '2026-03-01T00:00:00Z'],
    ['2026-03-01T08:00-0330', '2026-03-01T11:30:00Z'],
    ['2026-03-01T08:00:00.5Z', '2026-03-01T08:00:00.500Z'],
    ['2026-03-01T08:00:00.123456789z', '2026-03-01T08:00:00.123Z'],
  ])('reads %s as %s', (text, written) => expect(formatInstant(parseInstant(text)!)).toBe(written));

  it.each([
    '2026-03-01T08:00:00', // no offset: whose clock is it?
    '2026-03-01',
    '2026-02-30T08:00:00Z',
    '2026-03-01T24:00:00Z',
    '2026-03-01T08:60:00Z',
    '2026-03-01 08:00:00Z',
    '1772323200000',
  ])('does not take “%s” for an instant', (text) => expect(parseInstant(text)).toBeUndefined());
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InstantReader } from '#engine/ingest/instant-bytes.js';

const read = (text: string) => new InstantReader().readText(text);

describe('an instant', () => {
  it.each([
    ['1970-01-01T00:00:00Z', 0],
    ['2015-05-17T10:05:03Z', Date.UTC(2015, 4, 17, 10, 5, 3)],
    ['2015-05-17T10:05:03.1Z', Date.UTC(2015, 4, 17, 10, 5, 3, 100)],
    ['2015-05-17T10:05:03,12Z', Date.UTC(2015, 4, 17, 10, 5, 3, 120)],
    ['2015-05-17T10:05:03.9999999Z', Date.UTC(2015, 4, 17, 10, 5, 3, 999)],
    ['2015-05-17t10:05:03z', Date.UTC(2015, 4, 17, 10, 5, 3)],
    ['2015-05-17 10:05:03Z', Date.UTC(2015, 4, 17, 10, 5, 3)],
    ['2015-05-17T10:05Z', Date.UTC(2015, 4, 17, 10, 5)],
    ['2015-05-17T10:05:03+08:00', Date.UTC(2015, 4, 17, 2, 5, 3)],
    ['2015-05-17T10:05:03-0330', Date.UTC(2015, 4, 17, 13, 35, 3)],
    ['2015-05-17T10:05+05', Date.UTC(2015, 4, 17, 5, 5)],
    ['2016-02-29T23:59:59.999Z', Date.UTC(2016, 1, 29, 23, 59, 59, 999)],
    ['2000-02-29T00:00:00Z', Date.UTC(2000, 1, 29)],
    ['1969-12-31T23:30:00-01:00', 1_800_000],
    ['9999-12-31T23:59:59.999Z', 253_402_300_799_999],
  ])('%s is read', (text, ms) => {
    expect(read(text)).toBe(ms);
  });

  it.each([
    '1970-01-01T00:30:00+01:00', '9999-12-31T23:30:00-01:00', '2015-00-10T00:00:00Z', '2015-01-00T00:00:00Z',
    '1900-02-29T00:00:00Z', '2015-04-31T00:00:00Z', '2015-05-17T10:05:03+8:00', '2015-05-17T10:05:03+08:0',
    '2015-05-17T10:05:03+08:000', '2015-05-17T10:05:03 +08:00', '2015-05-17T10:05:03ZZ', '2015-05-17T10:05:Z',
    '2015-05-17T10:05:3Z', '2015-5-17T10:05:03Z', '15-05-17T10:05:03Z', '2015-05-17T10:05:03-', '2015-W20-7T10:05:03Z',
    '20é5-05-17T10:05:03Z', '201x-05-17T10:05:03Z', '2015/05/17T10:05:03Z',
  ])('%s is none', (text) => {
    expect(read(text)).toBeNaN();
  }); // prettier-ignore

  it('is what Date makes of it, for any time and any order of days', () => {
    const reader = new InstantReader();
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 253_402_300_799_999 }), (ms) => {
        expect(reader.readText(new Date(ms).toISOString())).toBe(ms);
      }),
    );
  });
});

import { describe, expect, it } from 'vitest';
import { csv } from '#format/csv.js';

describe('a CSV file', () => {
  it('holds unrounded numbers, and nothing for null', () => {
    expect(
      csv([
        ['a', 'b'],
        [0.30839, null],
        [-5, 0],
      ]),
    ).toBe('a,b\r\n0.30839,\r\n-5,0\r\n');
  });

  it.each(['=1+1', '+1', '-1', '@cmd', '\t=1', '\r=1', '＝1+1'])(
    'neutralises %j, which a spreadsheet would run',
    (text) => {
      expect(csv([[text]]).replaceAll('"', '')).toBe(`'${text}\r\n`);
    },
  );

  it('quotes commas, quotes and line ends, and leaves line ends inside a cell alone', () => {
    expect(csv([['a,b', 'say "hi"', 'x\ny']])).toBe('"a,b","say ""hi""","x\ny"\r\n');
  });

  it('begins with a byte order mark on request', () => {
    expect(csv([['打开次数']], { bom: true })).toBe('\ufeff打开次数\r\n');
  });
});

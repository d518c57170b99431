import { describe, expect, it } from 'vitest';
import { Dictionary } from '#engine/store/dictionary.js';

describe('a dictionary', () => {
  it('gives each value one code, and 0 to none', () => {
    const dictionary = new Dictionary<string | number | boolean>();
    const codes = ['a', 'b', 'a', '1', 1, true, 'true'].map((value) => dictionary.add(value));
    expect(codes).toEqual([1, 2, 1, 3, 4, 5, 6]);
    expect(codes.map((code) => dictionary.valueOf(code))).toEqual(['a', 'b', 'a', '1', 1, true, 'true']);
    expect([dictionary.valueOf(0), dictionary.codeOf('never')]).toEqual([null, 0]);
  });

  it('reads on in a foreign dictionary that has grown', () => {
    const dictionary = new Dictionary();
    dictionary.add('y');
    const foreign = ['', 'x', 'y'];
    expect(dictionary.remap(foreign).codes).toEqual([0, 2, 1]);
    foreign.push('z');
    expect(dictionary.remap(foreign).codes).toEqual([0, 2, 1, 3]);
  });
});

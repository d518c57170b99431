import { describe, expect, it } from 'vitest';
import { ByteDictionary } from '#engine/ingest/byte-dictionary.js';

describe('a dictionary of bytes', () => {
  it('gives each text one code, in order of first appearance, however many there are', () => {
    const dictionary = new ByteDictionary();
    const texts = Array.from({ length: 20_000 }, (_, i) => `${i % 3 ? 'user' : '用户'}-${i * 7919}`);
    expect(texts.map((text) => dictionary.codeOfText(text))).toEqual(texts.map((_, i) => i + 1));
    expect(texts.map((text) => dictionary.codeOfText(text))).toEqual(texts.map((_, i) => i + 1));
    expect(dictionary.strings.slice(1)).toEqual(texts);
  });

  it('tells texts of one hash apart', () => {
    const dictionary = new ByteDictionary();
    const same = ['Aa', 'BB'];
    expect(same.map((text) => dictionary.codeOfText(text))).toEqual([1, 2]);
    expect(same.map((text) => dictionary.codeOfText(text))).toEqual([1, 2]);
  });

  it('gives the empty text 0 and refuses bytes that are not UTF-8', () => {
    const dictionary = new ByteDictionary();
    expect(dictionary.codeOfText('')).toBe(0);
    expect(dictionary.codeOf(Uint8Array.of(0xc3), 0, 1, 5)).toBe(-1);
    expect(dictionary.strings).toEqual(['']);
  });
});

import { describe, expect, it } from 'vitest';
import { stableKey } from '#client/stable-key.js';

describe('the key of a question', () => {
  it('does not depend on the order of fields, at any depth', () => {
    expect(stableKey({ b: 1, a: { d: [{ y: 1, x: 2 }], c: null } })).toBe(
      stableKey({ a: { c: null, d: [{ x: 2, y: 1 }] }, b: 1 }),
    );
  });
  it('leaves out fields that are not set', () => {
    expect(stableKey({ a: 1, b: undefined })).toBe(stableKey({ a: 1 }));
  });
  it('keeps the order of lists, which asks for an order', () => {
    expect(stableKey({ metrics: ['a', 'b'] })).not.toBe(stableKey({ metrics: ['b', 'a'] }));
  });
  it('tells null from 0 and from an absent field', () => {
    expect(new Set([{ a: null }, { a: 0 }, {}, { a: '0' }].map(stableKey)).size).toBe(4);
  });
});

import { describe, expect, it } from 'vitest';
import { loaded } from '#client/loaded.js';

describe('a part that is loaded on demand', () => {
  it('is handed on, whether it is there or on its way', async () => {
    expect(await loaded(7)).toBe(7);
    expect(await loaded(Promise.resolve(7))).toBe(7);
  });

  it('is a failure of the network where it cannot be had', async () => {
    const cause = new TypeError('Failed to fetch dynamically imported module');
    await expect(loaded(Promise.reject(cause))).rejects.toMatchObject({ kind: 'network', cause });
  });
});

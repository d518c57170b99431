import { describe, expect, it, vi } from 'vitest';
import { createTokenSource, type GetToken } from '#client/token-source.js';

describe('a token source', () => {
  it('asks the host once however many wait, and keeps the token', async () => {
    const getToken = vi.fn<GetToken>(() => Promise.resolve('one'));
    const tokens = createTokenSource(getToken);
    expect(await Promise.all([tokens.current(), tokens.current()])).toEqual(['one', 'one']);
    expect(await tokens.current()).toBe('one');
    expect(getToken.mock.calls).toEqual([[{ renew: false }]]);
  });

  it('renews once for all who were refused with the same token', async () => {
    let number = 0;
    const getToken = vi.fn<GetToken>(() => `token-${++number}`);
    const tokens = createTokenSource(getToken);
    const refused = await tokens.current();
    expect(await Promise.all([tokens.renewed(refused), tokens.renewed(refused)])).toEqual(['token-2', 'token-2']);
    expect(await tokens.renewed(refused)).toBe('token-2');
    expect(getToken.mock.calls).toEqual([[{ renew: false }], [{ renew: true }]]);
  });

  it('asks again after the callback failed', async () => {
    const getToken = vi.fn<GetToken>().mockRejectedValueOnce(new Error('signed out')).mockResolvedValueOnce('one');
    const tokens = createTokenSource(getToken);
    await expect(tokens.current()).rejects.toThrow('signed out');
    expect(await tokens.current()).toBe('one');
  });

  it('turns a callback that throws into a rejection', async () => {
    const tokens = createTokenSource(() => {
      throw new Error('no session');
    });
    await expect(tokens.current()).rejects.toThrow('no session');
  });
});

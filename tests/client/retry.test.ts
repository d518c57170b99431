import { describe, expect, it, vi } from 'vitest';
import { RequestError } from '#client/request-error.js';
import { defaultRetry, isPassing, retrying } from '#client/retry.js';
import { ManualTimers } from './manual-timers.js';

const never = new AbortController().signal;
const busy = (retryAt?: number): RequestError => new RequestError('problem', 'busy', { status: 503, retryAt });
const failing = (error: RequestError) => vi.fn(() => Promise.reject<string>(error));

describe('which failures pass', () => {
  it.each([
    ['network', undefined, true],
    ['rate_limited', 429, true],
    ['problem', 500, true],
    ['http', 503, true],
    ['problem', 501, false],
    ['problem', 422, false],
    ['unauthorized', 401, false],
    ['offline', undefined, false],
    ['timeout', undefined, false],
    ['contract', undefined, false],
    ['aborted', undefined, false],
  ] as const)('%s %s: %s', (kind, status, passing) => {
    expect(isPassing(new RequestError(kind, '', { status }))).toBe(passing);
  });
});

describe('retrying', () => {
  it('doubles the pause, spread over its upper half, and gives up with the last error', async () => {
    const timers = new ManualTimers();
    const attempt = failing(busy());
    const result = retrying(attempt, defaultRetry, { timers, random: () => 0.5 }, never).catch(
      (error: unknown) => error,
    );
    const pauses = [];
    for (let round = 0; round < 3; round++) {
      const pause = await timers.scheduled();
      pauses.push(pause);
      timers.advance(pause);
    }
    expect(await result).toMatchObject({ kind: 'problem', status: 503 });
    expect(pauses).toEqual([300, 600, 1200]);
    expect(attempt).toHaveBeenCalledTimes(4);
    expect(timers.running).toBe(0);
  });

  it('never pauses longer than the policy says', async () => {
    const timers = new ManualTimers();
    const policy = { ...defaultRetry, pauseMs: 6_000, maxPauseMs: 8_000 };
    void retrying(failing(busy()), policy, { timers, random: () => 1 }, never).catch(() => undefined);
    timers.advance(await timers.scheduled());
    expect(await timers.scheduled()).toBe(8_000);
  });

  it('waits as long as the back end says, and a little more', async () => {
    const timers = new ManualTimers();
    const attempt = vi.fn(() => Promise.resolve('answer')).mockRejectedValueOnce(busy(timers.now() + 3_000));
    const result = retrying(attempt, defaultRetry, { timers, random: () => 0.5 }, never);
    expect(await timers.scheduled()).toBe(3_100);
    timers.advance(3_100);
    expect(await result).toBe('answer');
  });

  it('hands a long wait to the caller, who can say when', async () => {
    const timers = new ManualTimers();
    const attempt = failing(busy(timers.now() + 24_000));
    await expect(retrying(attempt, defaultRetry, { timers, random: () => 0 }, never)).rejects.toThrow('busy');
    expect(attempt).toHaveBeenCalledTimes(1);
  });

  it('does not repeat what cannot pass', async () => {
    const attempt = failing(new RequestError('forbidden', 'no', { status: 403 }));
    await expect(
      retrying(attempt, defaultRetry, { timers: new ManualTimers(), random: Math.random }, never),
    ).rejects.toThrow('no');
    expect(attempt).toHaveBeenCalledTimes(1);
  });

  it('stops in the middle of a pause when nobody waits, and leaves no timer', async () => {
    const timers = new ManualTimers();
    const control = new AbortController();
    const result = retrying(failing(busy()), defaultRetry, { timers, random: Math.random }, control.signal);
    await timers.scheduled();
    control.abort();
    await expect(result).rejects.toMatchObject({ kind: 'aborted' });
    expect(timers.running).toBe(0);
  });

  it('counts a failure that was met elsewhere as the first attempt', async () => {
    const timers = new ManualTimers();
    const attempt = vi.fn(() => Promise.resolve('answer'));
    const result = retrying(attempt, defaultRetry, { timers, random: () => 0 }, never, busy());
    expect(await timers.scheduled()).toBe(200);
    expect(attempt).not.toHaveBeenCalled();
    timers.advance(200);
    expect(await result).toBe('answer');
  });
});

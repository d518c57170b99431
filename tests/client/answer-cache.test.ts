import { describe, expect, it } from 'vitest';
import { AnswerCache, defaultCache } from '#client/answer-cache.js';
import { ManualTimers } from './manual-timers.js';

const until = (next_refresh_at: string | null) => ({ meta: { next_refresh_at } });

describe('kept answers', () => {
  it('serve until there can be news', () => {
    const timers = new ManualTimers(Date.parse('2026-11-22T05:30:00Z'));
    const cache = new AnswerCache(defaultCache, timers);
    const answer = until('2026-11-22T06:00:00Z');
    cache.set('a', answer);
    timers.advance(30 * 60_000 - 1);
    expect(cache.get('a')?.answer).toBe(answer);
    timers.advance(1);
    expect(cache.get('a')).toBeUndefined();
  });

  it('serve a moment also where there are always news', () => {
    const timers = new ManualTimers();
    const cache = new AnswerCache(defaultCache, timers);
    cache.set('a', until(new Date(timers.now()).toISOString()));
    timers.advance(4_999);
    expect(cache.get('a')).toBeDefined();
    timers.advance(1);
    expect(cache.get('a')).toBeUndefined();
  });

  it.each([[until(null)], [{ apps: [] }]])('serve five minutes where %j does not say', (answer) => {
    const timers = new ManualTimers();
    const cache = new AnswerCache(defaultCache, timers);
    cache.set('a', answer);
    timers.advance(299_999);
    expect(cache.get('a')).toBeDefined();
    timers.advance(1);
    expect(cache.get('a')).toBeUndefined();
  });

  it('make room by dropping the one unused longest', () => {
    const cache = new AnswerCache({ ...defaultCache, entries: 2 }, new ManualTimers());
    cache.set('a', {});
    cache.set('b', {});
    cache.get('a');
    cache.set('c', {});
    expect(['a', 'b', 'c'].filter((key) => cache.get(key))).toEqual(['a', 'c']);
  });
});

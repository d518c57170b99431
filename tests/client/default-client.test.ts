import { describe, expect, it } from 'vitest';
import { configureDefault, defaultClient, onDefaultClient } from '#client/default-client.js';

describe('the default client', () => {
  it('is there once configured, and tells those who came before', () => {
    expect(defaultClient()).toBeUndefined();
    const seen: unknown[] = [];
    const stop = onDefaultClient(() => seen.push(defaultClient()));
    const first = configureDefault({ baseUrl: 'https://a.example' });
    const second = configureDefault({ baseUrl: 'https://b.example' });
    stop();
    configureDefault({ baseUrl: 'https://c.example' });
    expect(seen).toEqual([first, second]);
    expect(defaultClient()).not.toBe(second);
  });
});

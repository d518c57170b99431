import { describe, expect, it } from 'vitest';
import { asker } from './fixtures/asker.js';

const CONSOLE = 'https://console.example';
const TREND = '/v1/superapp/reports/trend';
const { send, get } = asker({ cors: { origins: [CONSOLE], maxAge: 600 } });

const preflight = (origin: string): Promise<Response> =>
  send(TREND, { method: 'OPTIONS', headers: { Origin: origin, 'Access-Control-Request-Method': 'POST' } });

describe('CORS', () => {
  it('lets a named origin ask and keep the preflight', async () => {
    const { status, headers } = await preflight(CONSOLE);
    expect(status).toBe(204);
    expect(headers.get('Access-Control-Allow-Origin')).toBe(CONSOLE);
    expect(headers.get('Access-Control-Allow-Methods')).toBe('GET, HEAD, POST, OPTIONS');
    expect(headers.get('Access-Control-Allow-Headers')).toMatch(/Authorization, Content-Type/);
    expect(headers.get('Access-Control-Max-Age')).toBe('600');
    expect(headers.get('Vary')).toContain('Origin');
  });

  it('exposes ETag and Retry-After, also of a problem', async () => {
    for (const path of ['/v1/catalog', '/v1/nothing', TREND]) {
      const { headers } = await get(path, { Origin: CONSOLE });
      expect(headers.get('Access-Control-Allow-Origin')).toBe(CONSOLE);
      expect(headers.get('Access-Control-Expose-Headers')).toBe('ETag, Retry-After');
    }
  });

  it('grants nothing to another origin', async () => {
    const { status, headers } = await preflight('https://elsewhere.example');
    expect(status).toBe(204);
    expect([...headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
    expect((await get('/v1/catalog', { Origin: 'null' })).headers.has('Access-Control-Allow-Origin')).toBe(false);
  });

  it('grants nothing where no origin is named at all', async () => {
    const response = await asker().get('/v1/catalog', { Origin: CONSOLE });
    expect(response.headers.has('Access-Control-Allow-Origin')).toBe(false);
  });

  it('varies by origin on every answer, so that no cache mixes them', async () => {
    expect((await get('/v1/catalog')).headers.get('Vary')).toContain('Origin');
  });

  it('needs no token for a preflight', async () => {
    const locked = asker({ cors: { origins: ['*'] }, permissions: () => null });
    const response = await locked.send(TREND, { method: 'OPTIONS', headers: { Origin: CONSOLE } });
    expect(response.status).toBe(204);
    const refused = await locked.get(TREND, { Origin: CONSOLE });
    expect([refused.status, refused.headers.get('Access-Control-Allow-Origin')]).toEqual([401, CONSOLE]);
  });
});

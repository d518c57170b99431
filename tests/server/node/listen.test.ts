import { request } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { createHandler, type Handler } from '#server/index.js';
import { loopbackPermissions } from '#server/node/bearer.js';
import { listen, type Listening } from '#server/node/listen.js';
import { stubSource } from '../fixtures/stub-source.js';

const open: Listening[] = [];

async function serve(handler: Handler): Promise<string> {
  const listening = await listen(handler, 0, '127.0.0.1');
  open.push(listening);
  return listening.address;
}

afterEach(async () => {
  await Promise.all(open.splice(0).map((listening) => listening.close()));
});

describe('a handler over HTTP', () => {
  it('streams a body in and an answer out, with status and headers', async () => {
    const source = stubSource();
    const address = await serve(createHandler({ reports: source }));
    const response = await fetch(`${address}/v1/apps/lantern-tea/events:collect`, { method: 'POST', body: 'a\nb' });
    expect([response.status, response.headers.get('Cache-Control')]).toEqual([200, 'no-store']);
    expect(source.collected).toEqual([{ app: 'lantern-tea', text: 'a\nb' }]);
    const head = await fetch(`${address}/v1/catalog`, { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
  });

  it('leaves the global Request and Response alone', async () => {
    const before = [globalThis.Request, globalThis.Response];
    await serve(createHandler({ reports: stubSource() }));
    expect([globalThis.Request, globalThis.Response]).toEqual(before);
  });

  it('aborts in the source when the connection breaks', async () => {
    let tellAsked: () => void;
    let tellAborted: () => void;
    const asked = new Promise<void>((resolve) => (tellAsked = resolve));
    const aborted = new Promise<void>((resolve) => (tellAborted = resolve));
    const days = (_scope: unknown, _query: unknown, context?: { signal?: AbortSignal }) => {
      context?.signal?.addEventListener('abort', () => {
        tellAborted();
      });
      tellAsked();
      return new Promise<never>(() => undefined);
    };
    const address = await serve(createHandler({ reports: stubSource({ days }) }));
    const control = new AbortController();
    const answer = fetch(`${address}/v1/superapp/days`, { signal: control.signal });
    await asked;
    control.abort();
    await expect(answer).rejects.toThrow(/abort/i);
    await aborted;
  });

  it('lets an answer under way finish before it ends', async () => {
    let finish: () => void;
    let tellAsked: () => void;
    const asked = new Promise<void>((resolve) => (tellAsked = resolve));
    const report = { timezone: 'UTC', days: [], data_as_of: '2026-11-22T05:30:00Z' };
    const days = () => {
      tellAsked();
      return new Promise<typeof report>((resolve) => (finish = () => resolve(report)));
    };
    const listening = await listen(createHandler({ reports: stubSource({ days }) }), 0, '127.0.0.1');
    const answer = fetch(`${listening.address}/v1/superapp/days`);
    await asked;
    const closed = listening.close();
    finish!();
    expect((await answer).status).toBe(200);
    await closed;
  });

  it('without a token answers under the machine’s own names only', async () => {
    const address = await serve(createHandler({ reports: stubSource(), permissions: loopbackPermissions() }));
    const { port } = new URL(address);
    const statusFor = (host: string) =>
      new Promise<number>((resolve, reject) => {
        const asked = request({ port, path: '/v1/catalog', headers: { Host: host } }, (response) => {
          response.resume();
          resolve(response.statusCode ?? 0);
        });
        asked.on('error', reject).end();
      });
    expect(await statusFor(`localhost:${port}`)).toBe(200);
    expect(await statusFor(`[::1]:${port}`)).toBe(200);
    expect(await statusFor(`evil.example:${port}`)).toBe(403);
  });
});

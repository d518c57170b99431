import { afterEach, describe, expect, it, vi } from 'vitest';
import { fetchOverPort } from '#client/fetch-over-port.js';
import { portMark } from '#contract/port-protocol.js';
import { createEngine } from '#engine/index.js';
import { createHandler, serveOverPort } from '#server/index.js';
import { conforms } from './conforms.js';
import { stubSource } from './fixtures/stub-source.js';

const TREND = 'http://back.end/v1/superapp/reports/trend';
const open: MessagePort[] = [];

function channel(source = stubSource()) {
  const { port1, port2 } = new MessageChannel();
  open.push(port1, port2);
  const stop = serveOverPort(port1, createHandler({ reports: source }));
  return { source, stop, port: port2, fetch: fetchOverPort(port2) };
}

afterEach(() => {
  open.splice(0).forEach((port) => {
    port.close();
  });
});

describe('a handler behind a port', () => {
  it('answers as it does without one, questions and bodies and problems', async () => {
    const { fetch } = channel();
    const catalog = await fetch('http://back.end/v1/catalog');
    await conforms('/v1/catalog', 'GET', catalog);
    expect(catalog.headers.get('ETag')).toBeTruthy();
    const body = JSON.stringify({ range: 'today', metrics: ['opens'] });
    const trend = await fetch(TREND, { method: 'POST', body });
    expect(trend.status).toBe(200);
    await conforms('/v1/superapp/reports/trend', 'POST', trend);
    const problem = await fetch(TREND);
    expect([problem.status, problem.headers.get('Content-Type')]).toEqual([400, 'application/problem+json']);
  });

  it('answers 304 without a body', async () => {
    const { fetch } = channel();
    const etag = (await fetch('http://back.end/v1/catalog')).headers.get('ETag')!;
    const again = await fetch('http://back.end/v1/catalog', { headers: { 'If-None-Match': etag } });
    expect([again.status, await again.text()]).toEqual([304, '']);
  });

  it('answers many questions at once, each its own', async () => {
    const { fetch } = channel();
    const metrics = ['opens', 'visits', 'active_users', 'new_users'];
    const answers = await Promise.all(
      metrics.map(async (metric) => (await fetch(`${TREND}?range=today&metrics=${metric}`)).json()),
    );
    expect(answers).toMatchObject(metrics.map((metric) => ({ series: [{ metric }] })));
  });

  it('aborts in the source what is aborted at the client', async () => {
    let tellAsked: () => void;
    let tellAborted: () => void;
    const asked = new Promise<void>((resolve) => (tellAsked = resolve));
    const aborted = new Promise<void>((resolve) => (tellAborted = resolve));
    const trend = (_scope: unknown, _query: unknown, context?: { signal?: AbortSignal }) => {
      context?.signal?.addEventListener('abort', () => {
        tellAborted();
      });
      tellAsked();
      return new Promise<never>(() => undefined);
    };
    const { fetch } = channel(stubSource({ trend }));
    const control = new AbortController();
    const answer = fetch(`${TREND}?range=today&metrics=opens`, { signal: control.signal });
    await asked;
    control.abort();
    await expect(answer).rejects.toThrow(/abort/i);
    await aborted;
  });

  it('does not let the engine compute what is aborted right after it was asked', async () => {
    const now = vi.fn(() => Date.parse('2026-11-22T05:30:00Z'));
    const engine = createEngine({ clock: { now } });
    await engine.ingest('{"user_id":"u","ts":1,"event":"launch"}');
    const summary = vi.fn(engine.summary);
    const { port, fetch } = channel({ ...stubSource(), clock: { now: () => 0 }, summary });
    const url = 'http://back.end/v1/superapp/reports/summary?range=today&metrics=opens';
    const request = { mark: portMark, kind: 'request', id: -1, url, method: 'GET', headers: [], body: null } as const;
    port.postMessage(request);
    port.postMessage({ mark: portMark, kind: 'abort', id: -1 });
    await fetch('http://back.end/v1/catalog'); // what comes after has been answered, so that has had its time
    await expect(summary.mock.results[0]!.value).rejects.toThrow(/abort/i);
    expect(now).not.toHaveBeenCalled();
    expect((await fetch(url)).status).toBe(200);
    expect(now).toHaveBeenCalled();
  });

  it('leaves messages alone that are someone else’s, and ends when told to', async () => {
    const { fetch, port, stop, source } = channel();
    port.postMessage('hello', []);
    port.postMessage({ kind: 'request' }, []);
    await fetch(`${TREND}?range=today&metrics=opens`);
    stop();
    const control = new AbortController();
    const unanswered = fetch(`${TREND}?range=today&metrics=visits`, { signal: control.signal });
    control.abort();
    await expect(unanswered).rejects.toThrow(/abort/i);
    expect(source.asked).toHaveLength(1);
  });
});

import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { ReportError } from '#contract/problems.js';
import { catalogOf } from '#contract/catalog.js';
import { asker } from './fixtures/asker.js';
import { stubApps, stubSource } from './fixtures/stub-source.js';

const PATH = '/v1/apps/lantern-tea/events:collect';
const LINE = '{"user_id":"u","ts":1,"event":"launch"}\n';

const post = (body: BodyInit, headers: Record<string, string> = {}) => ({ method: 'POST', body, headers });

describe('events:collect', () => {
  it.each(['application/x-ndjson', 'application/json; charset=utf-8', 'text/plain'])(
    'takes a body of %s',
    async (type) => {
      const { send, source } = asker();
      const response = await send(PATH, post(LINE, { 'Content-Type': type }));
      expect(await response.json()).toEqual({ accepted: 1, duplicate: 0, rejected: 0, rejections: [] });
      expect(source.collected).toEqual([{ app: 'lantern-tea', text: LINE }]);
    },
  );

  it('unpacks gzip', async () => {
    const { send, source } = asker();
    await send(PATH, post(gzipSync(LINE), { 'Content-Encoding': 'gzip' }));
    expect(source.collected[0]!.text).toBe(LINE);
  });

  it('answers 400 for what is not gzip', async () => {
    const { problem } = asker();
    const { detail } = await problem(400, PATH, post(LINE, { 'Content-Encoding': 'gzip' }));
    expect(detail).toMatch(/not gzip/);
    await problem(400, PATH, post(gzipSync(LINE.repeat(99)).subarray(0, 40), { 'Content-Encoding': 'gzip' }));
  });

  it('makes an app that nothing has named yet', async () => {
    const { send, source } = asker();
    expect((await send('/v1/apps/brand-new/events:collect', post(LINE))).status).toBe(200);
    expect(source.collected[0]!.app).toBe('brand-new');
  });

  it('takes events only of registered apps where the host has a registry', async () => {
    const { problem, send } = asker({ apps: stubApps });
    await problem(404, '/v1/apps/brand-new/events:collect', post(LINE));
    expect((await send(PATH, post(LINE))).status).toBe(200);
  });

  it.each([
    ['another encoding', { 'Content-Encoding': 'br' }, /Content-Encoding br/],
    ['another type', { 'Content-Type': 'text/csv' }, /Content-Type text\/csv/],
  ])('answers 415 for %s', async (_case, headers, detail) => {
    expect((await asker().problem(415, PATH, post(LINE, headers))).detail).toMatch(detail);
  });

  it('answers 413 for more than it takes, counted after unpacking', async () => {
    const catalog = catalogOf({ reports: [] });
    const limits = { ...catalog.limits, max_collect_bytes: 1000 };
    const source = stubSource({ catalog: () => Promise.resolve({ ...catalog, limits }) });
    const { problem, send } = asker({ source });
    expect((await send(PATH, post('x'.repeat(1000)))).status).toBe(200);
    await problem(413, PATH, post('x'.repeat(1001)));
    await problem(413, PATH, post(gzipSync('x'.repeat(100_000)), { 'Content-Encoding': 'gzip' }));
  });

  it('answers what the source refuses as the problem it names', async () => {
    const collect = () => Promise.reject(new ReportError('malformed', 'No event plays launch or page_view.'));
    const { problem } = asker({ source: stubSource({ collect }) });
    expect((await problem(400, PATH, post(LINE))).detail).toMatch(/plays launch/);
  });

  it('answers 422 where the source takes none', async () => {
    const source = stubSource();
    delete (source as { collect?: unknown }).collect;
    expect((await asker({ source }).problem(422, PATH, post(LINE))).code).toBe('not_available');
  });

  it('answers 400 for an empty body and for an app id of more than 128 characters', async () => {
    await asker().problem(400, PATH, { method: 'POST' });
    await asker().problem(400, `/v1/apps/${'a'.repeat(129)}/events:collect`, post(LINE));
  });
});

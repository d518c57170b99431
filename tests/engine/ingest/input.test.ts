import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { ingestEvents } from '#engine/ingest/ingest-events.js';
import type { IngestProgress } from '#engine/ingest/ingest-options.js';
import { CollectingSink } from './support/collecting-sink.js';
import { readEvents, streamOf } from './support/read-events.js';

const event = (user: string) => `{"user_id":"${user}","ts":1,"event":"launch"}\n`;
const text = event('a') + event('b');
const bytes = new TextEncoder().encode(text);
const log = readFileSync(new URL('../../fixtures/apache_access.ndjson', import.meta.url));

describe('the input', () => {
  it.each([
    ['a text', () => text],
    ['bytes', () => bytes],
    ['a buffer', () => bytes.slice().buffer],
    ['a blob', () => new Blob([bytes])],
    ['a stream', () => streamOf(bytes, [1, 5, 50])],
  ])('is %s', async (_, input) => {
    expect((await readEvents(input())).rows.map((row) => row['user_id'])).toEqual(['a', 'b']);
  });

  it.each([
    ['NDJSON', text],
    ['NDJSON whose first line is no JSON', `# a log\n${text}`],
    ['a JSON array', `\n [${text.trim().replace('\n', ',')}]`],
    ['CSV', 'user_id,ts,event\na,1,launch\nb,1,launch'],
    ['CSV with objects in it', 'user_id,ts,event,extra\na,1,launch,"\n{"\nb,1,launch,\n'],
  ])('tells that it is %s by its content', async (_, content) => {
    expect((await readEvents(content)).rows.map((row) => row['user_id'])).toEqual(['a', 'b']);
  });

  it.each([
    ['UTF-16', Uint8Array.of(0xff, 0xfe, 0x7b, 0), 'UTF-16'],
    ['an archive', Uint8Array.of(0x50, 0x4b, 3, 4), 'ZIP'],
  ])('is refused where it is %s', async (_, content, words) => {
    await expect(readEvents(content)).rejects.toMatchObject({
      code: 'unreadable',
      message: expect.stringContaining(words),
    });
  });
});

describe('gzip', () => {
  const member = gzipSync(log);

  it('is unpacked, told by its first bytes', async () => {
    expect((await readEvents(member)).accepted).toBe(9999);
  });

  it('is unpacked in pieces of any size', async () => {
    const cuts = Array.from({ length: 400 }, (_, i) => (i < 100 ? i : i * 997));
    expect((await readEvents(streamOf(member, cuts))).accepted).toBe(9999);
  });

  it('may have several members, cut anywhere, also in the middle of a line', async () => {
    const parts = [0, 1, 700, 1_000_000, log.length].map((start, i, all) => gzipSync(log.subarray(start, all[i + 1])));
    const whole = Buffer.concat(parts);
    expect((await readEvents(whole)).accepted).toBe(9999);
    expect((await readEvents(streamOf(whole, [3, parts[0]!.length + 1, parts[0]!.length + 2]))).accepted).toBe(9999);
  });

  it('that holds gzip as its content is unpacked once', async () => {
    const { accepted } = await readEvents(gzipSync(gzipSync(event('a'))), { format: 'ndjson' });
    expect(accepted).toBe(0);
  });

  it.each([
    ['cut off', member.subarray(0, member.length / 2)],
    ['of a wrong checksum', Buffer.concat([member.subarray(0, -8), Buffer.alloc(4), member.subarray(-4)])],
    ['broken inside', Buffer.concat([member.subarray(0, 500), Buffer.alloc(500, 0xff), member.subarray(1000)])],
    ['only a beginning', Buffer.from([0x1f, 0x8b, 0x08])],
  ])('%s is refused', async (_, packed) => {
    await expect(readEvents(packed)).rejects.toMatchObject({ name: 'IngestRefusal', code: 'unreadable' });
  });
});

describe('progress', () => {
  it('tells bytes and counts, and ends with all of them', async () => {
    const seen: IngestProgress[] = [];
    await readEvents(streamOf(log, [100_000, 2_000_000]), { onProgress: (progress) => seen.push(progress) });
    expect(seen.map(({ bytes: read }) => read)).toEqual([100_000, 2_000_000, log.length, log.length]);
    expect(seen.at(-1)).toEqual({ bytes: log.length, totalBytes: null, accepted: 9999, duplicate: 0, rejected: 0 });
  });

  it('tells the size of what is in memory, packed bytes where it is packed', async () => {
    const packed = gzipSync(log);
    const seen: IngestProgress[] = [];
    await readEvents(new Blob([packed]), { onProgress: (progress) => seen.push(progress) });
    expect(seen.at(-1)).toMatchObject({ bytes: packed.length, totalBytes: packed.length });
  });
});

describe('an abort', () => {
  it('before the start reads nothing', async () => {
    const sink = new CollectingSink();
    await expect(ingestEvents(sink, text, { signal: AbortSignal.abort(new Error('enough')) })).rejects.toThrow(
      'enough',
    );
    expect(sink.rows).toEqual([]);
  });

  it('on the way stops with its reason, keeps what was handed on, and lets go of the stream', async () => {
    const sink = new CollectingSink();
    const stop = new AbortController();
    let cancelled: unknown;
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(new TextEncoder().encode(event('a').repeat(20_000))),
      cancel: (reason) => void (cancelled = reason),
    });
    const reading = ingestEvents(sink, endless, {
      signal: stop.signal,
      onProgress: ({ accepted }) => accepted > 50_000 && stop.abort(new Error('enough')),
    });
    await expect(reading).rejects.toThrow('enough');
    expect(sink.rows.length).toBeGreaterThan(50_000);
    expect(cancelled).toEqual(new Error('enough'));
  });

  it('of what is in memory is noticed between two pieces', async () => {
    const stop = new AbortController();
    const much = new TextEncoder().encode(event('a').repeat(100_000));
    const reading = readEvents(much, { signal: stop.signal });
    setTimeout(() => stop.abort(new Error('enough')), 0);
    await expect(reading).rejects.toThrow('enough');
  });

  it('is the same for a fault of the stream and of the sink: it passes through', async () => {
    const broken = new ReadableStream<Uint8Array>({ pull: (controller) => controller.error(new Error('cable')) });
    await expect(readEvents(broken)).rejects.toThrow('cable');
    const full = { append: () => { throw new Error('full'); } }; // prettier-ignore
    await expect(ingestEvents(full, text)).rejects.toThrow('full');
  });
});

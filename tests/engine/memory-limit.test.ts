import { describe, expect, it } from 'vitest';
import { ReportError } from '#contract/problems.js';
import { createEngine, IngestRefusal, MemoryLimitError, type EngineOptions } from '#engine/index.js';

const lines = (count: number, from = 0) =>
  Array.from({ length: count }, (_, row) =>
    JSON.stringify({
      user_id: `u${from + row}`,
      ts: 1_000 + from + row,
      event: 'launch',
      event_id: `id-${from + row}`,
    }),
  );

async function thrownBy(run: () => unknown): Promise<unknown> {
  try {
    await run();
  } catch (error) {
    return error;
  }
  throw new Error('Nothing was thrown.');
}

/** A limit that holds some events of {@link lines} and not many more. */
const limitFor = (events: number): EngineOptions => ({ memoryLimitBytes: events * 110 });

describe('an engine with a memory limit', () => {
  it('takes a file up to its limit, keeps that, and says how much it is', async () => {
    const engine = createEngine(limitFor(50_000));
    const rows = lines(200_000);
    rows[10] = 'no event';
    const error = await thrownBy(() => engine.ingest(rows.join('\n')));
    expect(error).toBeInstanceOf(MemoryLimitError);
    const { taken, message, limitBytes, heldEvents } = error as MemoryLimitError;
    expect(message).toMatch(/^The store holds \d+ events and refuses more: .* its limit is 5\.5 MB/);
    expect(taken).toMatchObject({ duplicate: 0, rejected: 1, rejections: [{ row: 11 }] });
    expect(taken!.lastRow).toBe(taken!.accepted + 1);
    expect([heldEvents, engine.size.events]).toEqual([taken!.accepted, taken!.accepted]);
    expect(engine.size.bytes + engine.size.eventIdBytes).toBeLessThanOrEqual(limitBytes);
    expect(taken!.accepted).toBeGreaterThan(25_000);
  });

  it('loses nothing and takes nothing twice where the rest is read elsewhere from the row that it names', async () => {
    const rows = lines(60_000);
    const [first, second] = [createEngine(limitFor(30_000)), createEngine()];
    const { taken } = (await thrownBy(() => first.ingest(rows.join('\n')))) as MemoryLimitError;
    await second.ingest(rows.slice(taken!.lastRow).join('\n'));
    expect(first.size.events + second.size.events).toBe(60_000);
  });

  it('answers the same questions as before it refused', async () => {
    const engine = createEngine(limitFor(20_000));
    await engine.ingest(lines(1_000).join('\n'));
    const question = { start: '1970-01-01', end: '1970-01-01', metrics: ['opens', 'active_users'] };
    const before = await engine.summary('superapp', question);
    const batch = lines(16_000, 1_000);
    const columns = {
      user_id: batch.map((_, row) => `${'long name '.repeat(30)}${row}`),
      ts: Float64Array.from(batch, (_, row) => row),
      event: batch.map(() => 'page_view'),
      properties: { refused: { text: batch.map(() => 'x') } },
    };
    expect(await thrownBy(() => engine.ingestColumns(columns))).toMatchObject({ code: 'memory_limit' });
    expect(await engine.summary('superapp', question)).toEqual(before);
    expect(await engine.values('superapp', { field: 'properties.refused' })).toMatchObject({ values: [] });
    expect((await engine.ingest(lines(1_000).join('\n'))).duplicate).toBe(1_000);
  });

  it('counts the index of event ids in', async () => {
    const withIds = lines(16_000).join('\n');
    const options = { memoryLimitBytes: 1_300_000 };
    await expect(createEngine(options).ingest(withIds)).rejects.toThrow(MemoryLimitError);
    const { accepted } = await createEngine(options).ingest(withIds.replaceAll(/,"event_id":"[^"]*"/g, ''));
    expect(accepted).toBe(16_000);
  });

  it.each([0, -5, NaN])('cannot have a limit of %d bytes', (memoryLimitBytes) => {
    expect(() => createEngine({ memoryLimitBytes })).toThrow(/memoryLimitBytes is .* above 0/);
  });
});

describe('a file that breaks off', () => {
  it('names what was taken of it before', async () => {
    const good = lines(20_000).join('\n');
    const broken = new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(new TextEncoder().encode(`${good}\n`));
      },
      pull(controller) {
        controller.error(new IngestRefusal('unreadable', 'The file breaks off.'));
      },
    });
    const engine = createEngine();
    const { taken } = (await thrownBy(() => engine.ingest(broken))) as IngestRefusal;
    expect(taken).toMatchObject({ accepted: 16_384, rejected: 0, lastRow: 16_384 });
    expect(engine.size.events).toBe(16_384);
  });

  it('has taken nothing where nothing counts as a visit', async () => {
    const error = await thrownBy(() => createEngine().ingest('{"user_id":"u","ts":1,"event":"tap"}'));
    expect(error).toMatchObject({ code: 'no_visits', taken: { accepted: 0, lastRow: 0 } });
  });
});

describe('collecting that breaks off', () => {
  const collected = async (rows: readonly string[], options: EngineOptions = {}, end?: Error) => {
    const engine = createEngine(options);
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(new TextEncoder().encode(`${rows.join('\n')}\n`)),
      pull: (controller) => (end ? controller.error(end) : controller.close()),
    });
    const govern = (name: string) => (name === 'drafted' ? ('drop' as const) : ('report' as const));
    const error = await thrownBy(() => engine.collect('tea', body, { govern }));
    return { engine, error: error as ReportError };
  };

  it('says what was accepted, dropped and rejected before, and up to which row', async () => {
    const rows = lines(100_000);
    rows[3] = '{"user_id":"u","ts":1,"event":"drafted"}';
    rows[4] = 'no event';
    const { engine, error } = await collected(rows, limitFor(30_000));
    expect(error).toMatchObject({ name: 'ReportError', code: 'store_full' });
    const { accepted, last_row: lastRow } = error.collected!;
    expect(error.collected).toMatchObject({ duplicate: 0, dropped: 1, rejected: 1, rejections: [{ row: 5 }] });
    expect(accepted).toBeGreaterThan(0);
    expect([lastRow, engine.size.events]).toEqual([accepted + 2, accepted]);
    expect(error.message).toContain(`${accepted} events were taken before, up to row ${lastRow}: send again only`);
  });

  it('does so as well where the body is too large or broken half-way', async () => {
    const { error } = await collected(lines(20_000), {}, new ReportError('too_large', 'The body is too large.'));
    expect(error).toMatchObject({ code: 'too_large', collected: { accepted: 16_384, last_row: 16_384 } });
  });

  it('drops and records nothing of the part that it refuses', async () => {
    const { error } = await collected(['{"user_id":"u","ts":1,"event":"drafted"}', ...lines(2)], {
      memoryLimitBytes: 1,
    });
    expect(error.collected).toEqual({ accepted: 0, duplicate: 0, rejected: 0, dropped: 0, recorded: 0, rejections: [], last_row: 0 }); // prettier-ignore
    expect(error.message).not.toContain('send again');
  });
});

import { describe, expect, it } from 'vitest';
import { createEngine, type EngineOptions } from '#engine/index.js';

const day = 86_400_000;
const now = 100 * day;

function taking(options: EngineOptions) {
  const engine = createEngine(options);
  const take = async (id: string, ts: number) => {
    const line = JSON.stringify({ user_id: 'u', ts, event: 'launch', event_id: id });
    return (await engine.ingest(line)).duplicate;
  };
  return { engine, take };
}

describe('the window of event ids', () => {
  it('finds duplicates of the last days and takes older ones again', async () => {
    const { engine, take } = taking({ eventIdWindowDays: 7 });
    await take('a', now - 30 * day);
    await take('b', now - 2 * day);
    await take('c', now);
    expect([await take('a', now - 30 * day), await take('b', now - 2 * day)]).toEqual([0, 1]);
    expect(engine.size.events).toBe(4);
  });

  it('is not moved by the clock of a phone that runs ahead, where the engine has a clock', async () => {
    const { take } = taking({ eventIdWindowDays: 7, clock: { now: () => now } });
    await take('b', now - 2 * day);
    await take('ahead', now + 365 * day);
    expect([await take('b', now - 2 * day), await take('ahead', now + 365 * day)]).toEqual([1, 1]);
  });

  it('is without end where nothing is said', async () => {
    const { take } = taking({});
    await take('a', day);
    await take('b', now);
    expect(await take('a', day)).toBe(1);
  });

  it.each([0, -1, NaN])('cannot be %d days', (eventIdWindowDays) => {
    expect(() => createEngine({ eventIdWindowDays })).toThrow(/eventIdWindowDays is .* above 0/);
  });
});

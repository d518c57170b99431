import { describe, expect, it } from 'vitest';
import { createEngine } from '#engine/index.js';
import { createHandler } from '#server/index.js';
import { brokenOf, handlerOver, judge, rulesOf, skippedOf } from '../judge.js';
import { mockTown } from '../logs.js';

const rules = rulesOf('load.', 'schema.', 'header.', 'answer.');
const patience = 120_000;
const now = Date.parse('2026-11-28T12:00:00Z');
const emptyEngine = () => createEngine({ clock: { now: () => now } });

describe('the standard log', () => {
  it(
    'is answered by the engine as the engine does, and a second time changes nothing',
    async () => {
      const fetch = handlerOver(emptyEngine());
      const first = await judge(fetch, { load: true, rules });
      expect(brokenOf(first)).toEqual({});
      expect(skippedOf(first)).toEqual([]);
      const again = await judge(fetch, { load: true, rules });
      expect(brokenOf(again)).toEqual({});
      expect(skippedOf(again)).toEqual([]);
    },
    patience,
  );

  it(
    'may lie beside other apps, under a clock that is that of the events',
    async () => {
      const engine = createEngine();
      await engine.ingest('{"user_id":"u","ts":"2015-05-17T10:05:03Z","event":"page_view"}\n');
      const verdict = await judge(handlerOver(engine), { load: true, rules });
      expect(brokenOf(verdict)).toEqual({});
      expect(skippedOf(verdict)).toEqual([]);
    },
    patience,
  );

  it('is not sent where nobody says so, nor where no events are taken', async () => {
    const engine = emptyEngine();
    const unasked = await judge(handlerOver(engine), { rules: rulesOf('load.') });
    expect(new Set(unasked.outcomes.map(({ reason }) => reason))).toEqual(
      new Set(['the standard log is sent with --load only']),
    );
    expect(await engine.apps()).toEqual([]);
    const { collect: _, ...parts } = { collect: 0, ...sourceOf(engine) };
    const deaf = await judge(handlerOver(parts), { load: true, rules: rulesOf('load.') });
    expect(new Set(deaf.outcomes.map(({ reason }) => reason))).toEqual(new Set(['it takes no events']));
  });

  it('is not compared where apps are registered elsewhere, or the clock stands before it', async () => {
    const reports = emptyEngine();
    const { fetch } = createHandler({ reports, apps: [{ id: 'a', name: 'A', type: 'h5_app', status: 'available' }] });
    const registered = await judge(fetch, { load: true, rules: rulesOf('load.summary') });
    expect(registered.outcomes[0]!.reason).toMatch(/^it takes no events of apps that it does not know/);
    const early = await judge(handlerOver(mockTown()), { load: true, rules: rulesOf('load.summary') });
    expect(early.outcomes[0]!.reason).toMatch(/^its data is as of 2026-04-12/);
  });
});

function sourceOf(engine: ReturnType<typeof emptyEngine>) {
  const { clock, summary, trend, breakdown, values, days } = engine;
  return { clock, summary, trend, breakdown, values, days, catalog: () => engine.catalog(), apps: () => engine.apps() };
}

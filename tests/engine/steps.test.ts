import { describe, expect, it } from 'vitest';
import { profiles } from '#contract/profiles.js';
import type { AskContext } from '#contract/report-source.js';
import { createEngine, type Engine } from '#engine/index.js';
import { takeSteps, type Steps } from '#engine/steps.js';

const launch = (user: string, day: string): string =>
  JSON.stringify({ user_id: user, ts: `${day}T08:00:00Z`, event: 'launch', os_name: 'iOS' });
const log = ['2026-11-18', '2026-11-19', '2026-11-20'].map((day) => launch('u', day)).join('\n');
const compare = ['previous_day', 'last_week', 'last_month'] as const;
const asked = { start: '2026-11-20', end: '2026-11-20', metrics: ['opens', 'active_users'], compare: [...compare] };

/** An engine, and what is to be done once a question has begun: it has to look at the clock for that. */
async function engineOfLog(): Promise<{ engine: Engine; onceBegun: (run: () => void) => void }> {
  let armed: (() => void) | undefined;
  const now = (): number => {
    // As a microtask: after the first step, before the second.
    if (armed) queueMicrotask(armed);
    armed = undefined;
    return Date.parse('2026-11-21T00:00:00Z');
  };
  const engine = createEngine({ profiles, clock: { now } });
  await engine.ingest(log);
  return { engine, onceBegun: (run) => (armed = run) };
}

const questions = {
  summary: (engine: Engine, context?: AskContext) => engine.summary('superapp', asked, context),
  trend: (engine: Engine, context?: AskContext) =>
    engine.trend('superapp', { ...asked, breakdown_by: 'os_name' }, context),
  breakdown: (engine: Engine, context?: AskContext) =>
    engine.breakdown('superapp', { ...asked, dimension: 'os_name' }, context),
};

describe.each(Object.entries(questions))('a %s with comparisons', (_name, ask) => {
  it('is given up between two of its parts when its signal is aborted', async () => {
    const { engine, onceBegun } = await engineOfLog();
    const control = new AbortController();
    onceBegun(() => {
      control.abort(new Error('gone'));
    });
    await expect(ask(engine, { signal: control.signal })).rejects.toThrow('gone');
  });

  it('is of one state of the store where events arrive meanwhile', async () => {
    const [before, during, after] = await Promise.all([engineOfLog(), engineOfLog(), engineOfLog()]);
    const columns = {
      user_id: ['v', 'v'],
      ts: Float64Array.of(Date.parse('2026-11-19T08:00:00Z'), Date.parse('2026-11-20T08:00:00Z')),
      event: ['launch', 'launch'],
      os_name: ['iOS', 'iOS'],
    };
    during.onceBegun(() => during.engine.ingestColumns(columns));
    after.engine.ingestColumns(columns);
    const answer = await ask(during.engine);
    expect(answer).toEqual(await ask(after.engine));
    expect(answer).not.toEqual(await ask(before.engine));
  });
});

describe('steps', () => {
  it('are begun anew once where the store changes, and then taken in one go', async () => {
    const store = { changes: 0 };
    const begun: number[] = [];
    function* steps(): Steps<{ at: number }> {
      const at = begun.push(store.changes);
      for (let step = 0; step < 3; step++) {
        store.changes++;
        yield;
      }
      return { at };
    }
    expect(await takeSteps(steps, () => store.changes, undefined)).toEqual({ at: 2 });
    expect(begun).toEqual([0, 1]);
  });

  it('are not there in a report that is made at once', async () => {
    expect(
      await takeSteps(
        () => ({ at: 1 }),
        () => 0,
        undefined,
      ),
    ).toEqual({ at: 1 });
  });
});

import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createEngine, type Engine } from '#engine/index.js';
import { openWarehouse, type Warehouse } from '#warehouse/index.js';
import { differences, runs } from '../engine/twin/same-answer.js';

const clock = { now: () => Date.parse('2026-03-04T00:00:00Z') };
const begin = Date.parse('2026-03-02T08:00:00Z');
const minute = 60_000;

const event = fc.record({
  event: fc.constantFrom('launch', 'page_view', 'page_view', 'page_leave', 'page_leave', 'background', 'click'),
  page_path: fc.constantFrom('/a', '/b'),
  duration_ms: fc.option(fc.constantFrom(7000, 90_000), { nil: undefined }),
  os_name: fc.option(fc.constantFrom('iOS', 'Android'), { nil: undefined }),
});
/** Batches of events of one user, each some pause after the one before, or late: before what is there already. */
const batches = fc.array(
  fc.array(
    fc.tuple(event, fc.constantFrom(0, 1000, 29 * minute, 30 * minute, 30 * minute + 1, 31 * minute, 5 * 60 * minute)),
    { minLength: 1, maxLength: 6 },
  ),
  { minLength: 2, maxLength: 4 },
);
const late = fc.array(fc.constantFrom(0, 0, 10 * minute, 40 * minute, 6 * 60 * minute), { minLength: 4, maxLength: 4 });

describe('opens that are brought up to date after each batch', () => {
  let engine: Engine;
  let warehouse: Warehouse;

  beforeAll(async () => {
    engine = createEngine({ clock });
    warehouse = await openWarehouse(':memory:', { clock, threads: 1 });
  });
  afterAll(() => warehouse.close());

  /** Gives both each batch and asks; whatever was kept of the batches before has to be as if all had come at once. */
  async function expectSame(app: string, batchesOfEvents: readonly object[][], profile = 'standard'): Promise<void> {
    for (const events of batchesOfEvents) {
      const lines = events.map((one) => JSON.stringify({ user_id: 'u', ...one })).join('\n');
      for (const source of [engine, warehouse]) await source.collect(app, new Blob([lines]).stream());
      const metrics = ['opens', 'stay_duration', 'avg_visit_depth', 'exits', 'bounces', 'page_stay', 'visits'];
      const query = { start: '2026-03-01', end: '2026-03-03', profile, timezone: 'UTC' };
      const [scope, asked] = [`apps/${app}` as const, { ...query, dimension: 'os_name', metrics }];
      const [expected, actual] = [await engine.breakdown(scope, asked), await warehouse.breakdown(scope, asked)];
      expect(differences(expected, actual)).toEqual([]);
    }
  }

  const at = (minutes: number, name: string, page_path: string, more: object = {}) => ({
    ...{ ts: begin + minutes * minute, event: name, page_path, ...more },
  });

  it.each([
    ['a page leave after a pause', [[at(0, 'page_view', '/a')], [at(31, 'page_leave', '/a', { duration_ms: 7000 })]]],
    [
      'a page view before a page leave that came after a pause',
      [[at(0, 'page_view', '/a'), at(40, 'page_leave', '/a', { duration_ms: 7000 })], [at(35, 'page_view', '/b')]],
    ],
    [
      'a launch at the time of the event before it',
      [
        [at(0, 'launch', '/a'), at(1, 'page_view', '/a'), at(2, 'background', '/a'), at(2, 'launch', '/a')],
        [at(3, 'page_view', '/b')],
      ],
    ],
    [
      'a page leave after a launch, and then a page view between them',
      [
        [at(0, 'page_view', '/a'), at(1, 'launch', '/a'), at(3, 'page_leave', '/a', { duration_ms: 7000 })],
        [at(2, 'page_view', '/b')],
      ],
    ],
    [
      'a page view after a background',
      [[at(0, 'launch', '/a'), at(1, 'background', '/a')], [at(2, 'page_view', '/b')], [at(3, 'page_leave', '/a')]],
    ],
    ['an event in a pause', [[at(0, 'launch', '/a'), at(40, 'page_view', '/a')], [at(20, 'click', '/a')]]],
    ['an event before all others', [[at(40, 'page_view', '/a'), at(41, 'click', '/a')], [at(0, 'launch', '/a')]]],
  ])('with %s are those that are cut of all events at once', async (name, log) => {
    await expectSame(name.replaceAll(' ', '-'), log);
  });

  it('are those that are cut of all events at once, on any log', async () => {
    let number = 0;
    await fc.assert(
      fc.asyncProperty(batches, late, fc.constantFrom('standard', 'alipay'), async (log, lateBy, profile) => {
        let ts = begin;
        const timed = log.map((batch, place) => {
          ts -= lateBy[place]!;
          return batch.map(([one, pause]) => ({ ...one, ts: (ts += pause) }));
        });
        await expectSame(`app-${number++}`, timed, profile);
      }),
      runs(10),
    );
  }, 60_000);
});

import { describe, expect, it } from 'vitest';
import type { DryRun, EventAction, RawEvent } from '#contract/api.js';
import { createEngine, type EngineOptions } from '#engine/index.js';
import { addToCart, definitionsAsker, EVENTS } from '../fixtures/definitions-asker.js';

const NOW = Date.parse('2026-11-22T05:30:00Z');
const at = (day: number, event: string, more: Partial<RawEvent> = {}): RawEvent => ({
  user_id: 'u',
  ts: `2026-11-${day}T08:00:00Z`,
  event,
  ...more,
});
const action = (trigger: EventAction['trigger'], page: string | null): EventAction => ({
  trigger,
  report: 'once',
  page,
  element: null,
  data: [],
});

async function dryRunOf(actions: EventAction[], log: readonly RawEvent[], options: EngineOptions = {}) {
  const reports = createEngine({ clock: { now: () => NOW }, ...options });
  const { post, make, send } = definitionsAsker({ reports });
  await post('/v1/apps/lantern-tea/events:collect', log);
  await make({ ...addToCart, actions });
  const { days, matched } = (await (await send(`${EVENTS}/1/dry-run?days=3`, { method: 'POST' })).json()) as DryRun;
  return { days: days.map(({ matched: count }) => count), matched };
}

describe('a dry run over a log', () => {
  it('counts events by the role that they play, as a mapped log has no page_view of its own', async () => {
    const log = [
      at(19, 'home', { page_path: '/' }),
      at(20, 'home', { page_path: '/' }),
      at(20, 'menu', { page_path: '/menu' }),
      at(21, 'tell', { page_path: '/' }),
      at(22, 'home', { page_path: '/' }),
    ];
    const mapping = { roles: { page_view: ['home', 'menu'], share: ['tell'] } } as const;
    expect(await dryRunOf([action('enterPage', null)], log, { mapping })).toEqual({ days: [1, 2, 0], matched: 3 });
    expect(await dryRunOf([action('enterPage', '/menu')], log, { mapping })).toEqual({ days: [0, 1, 0], matched: 1 });
    const both = [action('enterPage', '/'), action('share', null)];
    expect(await dryRunOf(both, log, { mapping })).toEqual({ days: [1, 1, 1], matched: 3 });
  });

  it('counts common names that need no mapping', async () => {
    const log = [at(20, 'launch'), at(20, 'pageview', { page_path: '/' }), at(21, 'page_view', { page_path: '/' })];
    expect(await dryRunOf([action('pageLoad', '/')], log)).toEqual({ days: [0, 1, 1], matched: 2 });
  });
});

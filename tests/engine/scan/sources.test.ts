import { describe, expect, it } from 'vitest';
import { engineOf, type TestEvent } from '../support/engine-of.js';

const bySource = async (events: readonly TestEvent[]) => {
  const engine = await engineOf(events);
  const query = { start: '2026-03-02', end: '2026-03-02', dimension: 'source', metrics: ['opens'] };
  const { rows } = await engine.breakdown('apps/default', query);
  return rows.map(({ key, label, values, scenes }) => [key, label, values.opens, ...(scenes ? [scenes] : [])]);
};

describe('source', () => {
  it('is the first that an event of the open carries', async () => {
    const events: TestEvent[] = [
      ['u', 0, 'launch'],
      ['u', 1, 'page_view', { source: 'mail' }],
      ['u', 2, 'page_view', { source: 'poster' }],
    ];
    expect(await bySource(events)).toEqual([['mail', 'mail', 1]]);
  });

  it('wins over the scene of the same event, and a scene maps to its key', async () => {
    const events: TestEvent[] = [
      ['u', 0, 'launch', { scene: 1005, source: 'mail' }],
      ['v', 0, 'launch', { scene: 1005 }],
      ['w', 0, 'launch', { source: '2' }],
    ];
    expect(await bySource(events)).toEqual([
      ['2', 'Search', 2],
      ['mail', 'mail', 1],
    ]);
  });

  it('does not win over the scene of an earlier event', async () => {
    const events: TestEvent[] = [
      ['u', 0, 'launch', { scene: 1005 }],
      ['u', 1, 'page_view', { source: 'mail' }],
    ];
    expect(await bySource(events)).toEqual([['2', 'Search', 1]]);
  });

  it('counts an unknown scene under other, which lists the scenes it holds', async () => {
    const events: TestEvent[] = [
      ['u', 0, 'launch', { scene: 9002 }],
      ['v', 0, 'launch', { scene: 9001 }],
      ['w', 0, 'launch', { source: '10' }],
    ];
    expect(await bySource(events)).toEqual([['10', 'Other', 3, [9001, 9002]]]);
  });

  it('is direct where no event of the open carries one', async () => {
    expect(await bySource([['u', 0, 'launch']])).toEqual([['direct', 'direct', 1]]);
  });
});

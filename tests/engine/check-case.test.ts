import { describe, expect, it } from 'vitest';
import { engineOf, valuesOf, type TestEvent } from './support/engine-of.js';

// Noon in Shanghai is 04:00 UTC, so that each day lies whole in every profile's zone.
const noon = Date.parse('2026-03-02T04:00:00Z');
const after = (seconds: number) => new Date(noon + seconds * 1000).toISOString();
const dayOne: TestEvent[] = [
  ['u', after(0), 'launch'],
  ['u', after(1), 'page_view', { page_path: 'home' }],
  ['u', after(5), 'share', { page_path: 'home' }],
  ['u', after(10), 'background'],
  ['u', after(35), 'launch'],
  ['u', after(36), 'page_view', { page_path: 'home' }],
  ['u', after(60), 'background'],
];
// The 3rd of March to the 2nd of April are 31 days without a visit.
const back: TestEvent = ['u', '2026-04-03T04:00:00Z', 'launch'];

const everywhere = { visits: 2, stay_duration: 33, shares: 1, active_users: 1, new_users: 1 };
const twoOpens = {
  opens: 2,
  bounces: 2,
  entries: 2,
  exits: 2,
  avg_duration_per_open: 16.5,
  pages_per_open: 1,
  avg_opens_per_user: 2,
};
const oneOpen = {
  opens: 1,
  bounces: 0,
  entries: 1,
  exits: 1,
  avg_duration_per_open: 33,
  pages_per_open: 2,
  avg_opens_per_user: 1,
};

describe('the check case', () => {
  it.each([
    ['standard', twoOpens, 0],
    ['weixin', twoOpens, 0],
    ['alipay', oneOpen, 0],
    ['tencent_sas', twoOpens, 1],
  ])('under %s', async (profile, ofOpens, newOnReturn) => {
    const engine = await engineOf([...dayOne, back], {
      profile,
      timezone: 'Asia/Shanghai',
      now: '2026-04-10T00:00:00Z',
    });
    const expected = { ...everywhere, ...ofOpens };
    const first = await valuesOf(engine, Object.keys(expected), { start: '2026-03-02', end: '2026-03-02' });
    expect(first).toEqual(expected);
    const returned = await valuesOf(engine, ['new_users', 'active_users'], { start: '2026-04-03', end: '2026-04-03' });
    expect(returned).toEqual({ new_users: newOnReturn, active_users: 1 });
    const both = await valuesOf(engine, ['new_users'], { start: '2026-03-02', end: '2026-04-03' });
    expect(both, 'a range counts a user once').toEqual({ new_users: 1 });
  });
});

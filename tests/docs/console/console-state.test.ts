import { describe, expect, it } from 'vitest';
import { defaultState, readState, writeState, type ConsoleState } from '../../../docs/console/state/console-state.js';

const changed: ConsoleState = {
  view: 'events',
  data: 'served',
  server: 'http://127.0.0.1:8787',
  filter: {
    app: 'tile-garden',
    start: '2026-10-01',
    end: '2026-10-31',
    compare: ['last_week'],
    os: ['iOS & others', 'Android'],
    environment: 'non_production',
    filters: [{ field: 'city', operator: 'set' }],
  },
  metric: 'new_users',
  profile: 'alipay',
  zone: 'Asia/Tokyo',
  theme: 'instrument',
  scheme: 'dark',
  language: 'ar',
  direction: 'rtl',
};

describe('the link of the console', () => {
  it('is empty for the default state', () => {
    expect(writeState(defaultState)).toBe('');
    expect(readState('')).toEqual(defaultState);
  });

  it('brings back every part of the state', () => {
    expect(readState(writeState(changed))).toEqual(changed);
  });

  it('brings back a named range', () => {
    const search = writeState({ ...defaultState, filter: { range: 'last_7_days' } });
    expect(search).toBe('?range=last_7_days');
    expect(readState(search).filter.range).toBe('last_7_days');
  });

  it('does not promise to bring back a file that only the visitor has', () => {
    expect(writeState({ ...defaultState, data: 'own' })).toBe('');
    expect(readState('?data=own').data).toBe('demo');
  });

  it.each([
    '?range=last_year',
    '?start=2026-10-31&end=2026-10-01',
    '?start=yesterday&end=2026-10-01',
    '?compare=everything',
    '?profile=mine',
    '?zone=Mars/Olympus',
    '?theme=neon&scheme=sepia&language=tlh&direction=up&view=admin&environment=staging',
  ])('takes no notice of %s', (search) => {
    expect(readState(search)).toEqual(defaultState);
  });
});

import { describe, expect, it } from 'vitest';
import { mockApps } from '#mocks/registry.js';

const until = Date.UTC(2026, 10, 22, 5, 30);

describe('mockApps', () => {
  it('registers a mini program, a mini game and an H5 app', () => {
    expect(mockApps({ until }).map((app) => app.type)).toEqual(['mini_program', 'mini_game', 'h5_app']);
  });

  it('makes an app available on the day of its first events', () => {
    const [tea, , pass] = mockApps({ until });
    expect(tea!.available_from).toBe('2026-08-23T16:00:00.000Z');
    expect(pass!.available_from).toBe('2026-09-04T16:00:00.000Z');
    expect(Date.parse(tea!.created_at!)).toBeLessThan(Date.parse(tea!.available_from!));
  });

  it('adds as many quiet apps as asked for, the same for the same seed', () => {
    const apps = mockApps({ until, quietApps: 40 });
    expect(apps).toHaveLength(43);
    expect(new Set(apps.map((app) => app.id)).size).toBe(43);
    expect(mockApps({ until, quietApps: 40 })).toEqual(apps);
    expect(apps.some((app) => app.status === 'unavailable')).toBe(true);
    for (const app of apps) expect(Date.parse(app.available_from!)).toBeLessThanOrEqual(until);
  });
});

import { describe, expect, it } from 'vitest';
import type { App } from '#contract/api.js';
import { profiles } from '#contract/profiles.js';
import type { Scope } from '#contract/report-source.js';
import { rangeOf, resolveSubject, withRange, type ReportingHost } from '#reporting/question.js';
import { basesOf, metricValue, onlyCurrency } from '#reporting/metric-values.js';

const host: ReportingHost = {
  clock: { ofFile: true, now: () => Date.UTC(2026, 4, 3) },
  profiles,
  defaultProfile: 'standard',
  defaultTimezone: 'Asia/Shanghai',
};
const app = (id: string, type: App['type']): App => ({ id, name: id, type }) as App;
const apps = [app('a', 'mini_program'), app('b', 'mini_game')];

describe('a question', () => {
  it('takes zone and profile of the back end where it names none, and says so in meta', () => {
    const subject = resolveSubject(host, apps, 'superapp', {}, false);
    expect(subject.zone.name).toBe('Asia/Shanghai');
    expect(subject.meta).toMatchObject({ profile: 'standard', environment: 'production', next_refresh_at: null });
  });

  it('is about the one app of its scope, or across apps about those of its types', () => {
    const about = (scope: Scope, query = {}) =>
      resolveSubject(host, apps, scope, query, false).apps.map(({ id }) => id);
    expect(about('apps/b')).toEqual(['b']);
    expect(about('superapp')).toEqual(['a', 'b']);
    expect(about('superapp', { app_type: ['mini_game'] })).toEqual(['b']);
    expect(() => about('apps/c')).toThrow('There is no app “c”');
  });

  it('that names an unknown profile, zone or range is told what is wrong', () => {
    expect(() => resolveSubject(host, apps, 'superapp', { profile: 'x' }, false)).toThrow('not a profile');
    expect(() => resolveSubject(host, apps, 'superapp', { timezone: 'Mars/Base' }, false)).toThrow('Mars/Base');
    expect(() => rangeOf(host, { start: '2026-05-02', end: '2026-05-01' })).toThrow();
  });

  it('with a range names it in meta', () => {
    const range = rangeOf(host, { range: 'last_7_days' });
    const question = withRange(resolveSubject(host, apps, 'superapp', {}, false), range);
    expect(question.meta.range).toEqual(range.label);
  });
});

describe('metrics', () => {
  it('are computed from base metrics, each named once', () => {
    expect(basesOf(['opens', 'avg_opens_per_user', 'active_users'])).toEqual(['opens', 'active_users']);
    expect(() => basesOf(['no_such'])).toThrow('not a metric of this back end');
  });

  it('without anything to divide by have no value', () => {
    const bases: Readonly<Record<string, number>> = { opens: 6, active_users: 3 };
    expect(metricValue('avg_opens_per_user', (id) => bases[id] ?? null)).toBe(2);
    expect(metricValue('avg_opens_per_user', (id) => (id === 'opens' ? 6 : 0))).toBeNull();
  });

  it('of money need one currency', () => {
    expect(onlyCurrency([])).toBeNull();
    expect(onlyCurrency(['CNY'])).toBe('CNY');
    expect(() => onlyCurrency(['CNY', 'USD'])).toThrow('CNY, USD');
  });
});

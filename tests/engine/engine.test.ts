import { describe, expect, it } from 'vitest';
import { metrics } from '#contract/metrics.js';
import { profiles } from '#contract/profiles.js';
import { reportNames } from '#contract/vocabulary.js';
import { createEngine, type EngineOptions } from '#engine/index.js';
import { baseMetrics } from '#engine/reducers/base-metrics.js';
import { engineOf, valuesOf } from './support/engine-of.js';

const day = { start: '2026-03-02', end: '2026-03-02' };

describe('an engine', () => {
  it('computes every metric of the catalogue: by a formula, from events, or from the registry', () => {
    const ofSuperapp = ['mau', 'apps_created', 'apps_available'];
    const computed = new Set<string>([...Object.keys(baseMetrics), ...ofSuperapp]);
    const withoutFormula = metrics.filter((metric) => !('formula' in metric)).map(({ id }) => id);
    expect([...computed].sort()).toEqual([...withoutFormula].sort());
  });

  it('lists in its catalogue what it answers, with the profiles and sources of its host', async () => {
    const own = { ...profiles[0]!, id: 'own', session_timeout_seconds: 60 };
    const sources = [{ key: 'tv', label: { en: 'Television' }, scenes: [7] }];
    const catalog = await createEngine({
      profiles: [own],
      profile: 'own',
      timezone: 'Asia/Shanghai',
      sources,
    }).catalog();
    expect(catalog).toMatchObject({
      reports: reportNames,
      profiles: [own],
      default_profile: 'own',
      default_timezone: 'Asia/Shanghai',
      sources,
      collects: true,
    });
  });

  it.each<[EngineOptions, RegExp]>([
    [{ profile: 'weixn' }, /^profile is “weixn”; it has to be one of the profiles: standard, weixin, /],
    [{ profiles: [], profile: 'standard' }, /there are none/],
    [{ profiles: [{ ...profiles[0]!, id: 'own' }] }, /^profile is “standard”; .*: own\.$/],
    [{ timezone: 'Asia/Shangai' }, /^timezone: .*“Asia\/Shangai”/],
    [{ profiles: [{ ...profiles[0]!, timezone: 'Mars/Base' }] }, /^The profile “standard” has no usable timezone/],
  ])('cannot be made of options that name nothing: %j', (options, message) => {
    expect(() => createEngine(options)).toThrow(RangeError);
    expect(() => createEngine(options)).toThrow(message);
  });

  it('follows the rules of a profile that its host made', async () => {
    const own = { ...profiles[0]!, id: 'own', session_timeout_seconds: 60 };
    const engine = await engineOf(
      [
        ['u', 0, 'page_view', { scene: 7 }],
        ['u', 61, 'page_view'],
      ],
      { profiles: [...profiles, own], sources: [{ key: 'tv', label: { en: 'Television' }, scenes: [7] }] },
    );
    expect(await valuesOf(engine, ['opens'], { profile: 'own' })).toEqual({ opens: 2 });
    expect(await valuesOf(engine, ['opens'], { profile: 'standard' })).toEqual({ opens: 1 });
    const { rows } = await engine.breakdown('apps/default', { ...day, dimension: 'source', metrics: ['opens'] });
    expect(rows.map(({ key, label }) => [key, label])).toEqual([['tv', 'Television']]);
  });

  it('says in every answer what was computed', async () => {
    const engine = await engineOf([['u', 0, 'page_view']], { now: '2026-03-02T10:07:30Z' });
    const { meta } = await engine.summary('apps/default', { ...day, profile: 'tencent_sas', metrics: ['visits'] });
    expect(meta).toEqual({
      scope: 'apps/default',
      range: day,
      timezone: 'UTC',
      filters: [],
      environment: 'production',
      profile: 'tencent_sas',
      data_as_of: '2026-03-02T10:00:00Z',
      next_refresh_at: '2026-03-02T10:30:00Z',
      freshness: { kind: 'interval', minutes: 30 },
      approximate: false,
      currency: null,
    });
  });

  it.each([
    ['a metric', { metrics: ['visit'] }, 'unknown_metric'],
    ['a profile', { metrics: ['visits'], profile: 'mine' }, 'unknown_profile'],
    [
      'a dimension',
      { metrics: ['visits'], filters: [{ field: 'colour', operator: 'set' as const }] },
      'unknown_dimension',
    ],
    ['a zone', { metrics: ['visits'], timezone: 'Mars/Olympus' }, 'malformed'],
    ['a day', { metrics: ['visits'], start: '2026-02-30' }, 'malformed'],
  ])('refuses %s that it does not know', async (_name, query, code) => {
    const engine = await engineOf([['u', 0, 'page_view']]);
    await expect(engine.summary('apps/default', { ...day, ...query })).rejects.toMatchObject({
      name: 'ReportError',
      code,
    });
  });

  it('computes nothing for someone who has left', async () => {
    const engine = await engineOf([['u', 0, 'page_view']]);
    const leaving = new AbortController();
    const asked = engine.summary('apps/default', { ...day, metrics: ['visits'] }, { signal: leaving.signal });
    leaving.abort(new Error('left'));
    await expect(asked).rejects.toThrow('left');
  });

  it('knows no app and answers zeros before anything has come in', async () => {
    const engine = createEngine();
    expect(await engine.apps()).toEqual([]);
    const { metrics: found } = await engine.summary('superapp', {
      start: '1969-01-01',
      end: '1969-01-02',
      metrics: ['opens'],
    });
    expect(found[0]!.value).toBe(0);
  });
});

import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Filter } from '#contract/api.js';
import { createEngine, type Engine } from '#engine/index.js';
import { name, sql, text } from '#warehouse/sql.js';
import { differences } from '../engine/twin/same-answer.js';
import type { AnyWarehouse, Open } from './same-as-engine.js';

/** Texts that end a literal, a name, a comment or a statement wherever one is pasted. */
const evils = [
  `'; drop table events; --`,
  `" or 1 = 1; drop table users; --`,
  `x' union all select user_id from users --`,
  `$1`,
  `\${text}`,
  `%_\\`,
  `]['a`,
  `null`,
  `🧨 */ select 1 /*`,
];
const day = { start: '2026-03-02', end: '2026-03-02' };

/** One user an evil, who does all that can be done under its name. */
function eventsOf(evil: string): object[] {
  const at = Date.parse('2026-03-02T10:00:00Z');
  const more = { page_path: evil, source: evil, city: evil, qr_code: evil, currency: 'CNY', amount: 5 };
  const of = { user_id: evil, app_id: evil, guid: evil, properties: { [evil]: evil } };
  return ['launch', 'page_view', evil, 'pay'].map((event, n) => ({
    ...of,
    ...more,
    event,
    ts: at + n * 1000,
    event_id: `${evil}${n}`,
  }));
}

/** A text that somebody sends or asks is a text and never SQL. */
export function textsStayTexts(open: () => Open): void {
  let engine: Engine;
  let warehouse: AnyWarehouse;

  beforeAll(async () => {
    const clock = { now: () => Date.parse('2026-03-03T00:00:00Z') };
    engine = createEngine({ clock });
    warehouse = await open()({ clock });
    const log = JSON.stringify(evils.flatMap(eventsOf));
    const taken = await engine.ingest(log, { format: 'json' });
    expect(taken).toMatchObject({ accepted: 4 * evils.length, rejected: 0 });
    expect(await warehouse.ingest(log, { format: 'json' })).toEqual(taken);
    expect(await warehouse.ingest(log, { format: 'json' })).toMatchObject({ accepted: 0, duplicate: 4 * evils.length });
  });
  afterAll(() => warehouse.close());

  it.each(evils)('%s as app, event, page, property and value', async (evil) => {
    const scope = `apps/${evil}` as const;
    const fields = ['event', 'page_path', 'source', 'city', `properties.${evil}`];
    const asked: Filter[] = fields.flatMap((field) => [
      { field, operator: 'eq', values: [evil] },
      { field, operator: 'ne', values: [evil] },
      { field, operator: 'contains', values: [evil] },
      { field, operator: 'gt', values: [evil] },
    ]);
    for (const filter of asked) {
      const query = { ...day, metrics: ['active_users', 'opens', 'visits', 'new_users'], filters: [filter] };
      expect(differences(await engine.summary(scope, query), await warehouse.summary(scope, query))).toEqual([]);
    }
  });

  it.each(evils)('%s as key, search, step, field and group', async (evil) => {
    const property = `properties.${evil}`;
    const both = async (ask: (source: Engine | AnyWarehouse) => Promise<unknown>) =>
      expect(differences(await ask(engine), await ask(warehouse))).toEqual([]);
    const breakdown = { ...day, metrics: ['visits'], limit: 2, search: evil };
    for (const dimension of ['page_path', 'source', property])
      await both((source) => source.breakdown('superapp', { ...breakdown, dimension }));
    const steps = [{ event: 'launch', filters: [] }, { event: evil, filters: [] }];
    await both((source) => source.funnel('superapp', { ...day, steps, group_by: [property, 'city'] }));
    await both((source) => source.funnel_next('superapp', { ...day, steps, step: 2 }));
    const event = { ...day, event: evil, granularity: 'all', order: '-value', limit: 3 } as const;
    await both((source) => source.event('superapp', { ...event, measure: 'sum', field: property, group_by: ['city', property] }));
    await both((source) => source.values('superapp', { field: property, search: evil }));
  }); // prettier-ignore

  it.each(evils)('%s as zone, profile or dimension is refused', async (evil) => {
    const query = { ...day, metrics: ['opens'] };
    await expect(warehouse.summary('superapp', { ...query, timezone: evil })).rejects.toThrow('zone');
    await expect(warehouse.summary('superapp', { ...query, profile: evil })).rejects.toThrow('profile');
    await expect(warehouse.breakdown('superapp', { ...query, dimension: evil })).rejects.toThrow('dimension');
  });

  it.each(evils)('%s as a name of ours is refused', (evil) => {
    if (evil !== 'null') expect(() => name(evil)).toThrow(RangeError);
    expect(sql`select ${text(evil)}`.texts).toEqual(['select ', '']);
  });
}

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Mapping, type MappingError, parseMapping } from '#engine/ingest/mapping.js';
import { roleTable } from '#engine/ingest/roles.js';
import { readEvents } from './support/read-events.js';

const read = async (rows: readonly object[], mapping: Mapping = {}) =>
  readEvents(rows.map((row) => JSON.stringify(row)).join('\n'), { mapping });

describe('a mapping renames fields', () => {
  it('to a field, to a custom property, or to nothing', async () => {
    const mapping: Mapping = { fields: { who: 'user_id', os: 'os_name', tier: 'properties.plan', ip: null } };
    const { rows } = await read([{ who: 'a', ts: 1, event: 'x', os: 'iOS', tier: 'pro', ip: '::1' }], mapping);
    expect(rows).toEqual([{ user_id: 'a', ts: 1, event: 'x', os_name: 'iOS', 'properties.plan': 'pro' }]);
  });

  it('so that of several names for one field the first listed with a value counts, the other stays a property', async () => {
    const mapping: Mapping = { fields: { login: 'user_id', cookie: 'user_id' } };
    const rows = [
      { cookie: 'c1', login: 'l1', ts: 1, event: 'x' },
      { cookie: 'c2', login: null, ts: 1, event: 'x' },
    ];
    expect((await read(rows, mapping)).rows).toEqual([
      { user_id: 'l1', ts: 1, event: 'x', 'properties.cookie': 'c1' },
      { user_id: 'c2', ts: 1, event: 'x' },
    ]);
  });

  it('and wins over a field of the same name', async () => {
    const { rows } = await read([{ user_id: 'raw', who: 'mapped', ts: 1, event: 'x' }], { fields: { who: 'user_id' } });
    expect(rows).toEqual([{ user_id: 'mapped', ts: 1, event: 'x', 'properties.user_id': 'raw' }]);
  });

  it('and makes text of numbers and numbers of text, as other logs write them', async () => {
    const mapping: Mapping = { fields: { who: 'user_id', at: 'ts', ms: 'duration_ms', flag: 'gender' } };
    const { rows } = await read([{ who: 42, at: '1700000000000', ms: '12.5', flag: true, event: 'x' }], mapping);
    expect(rows).toEqual([{ user_id: '42', ts: 1_700_000_000_000, duration_ms: 12.5, gender: 'true', event: 'x' }]);
    expect((await read([{ who: 1.5, at: 5, event: 'x' }], mapping)).rows[0]?.['user_id']).toBe('1.5');
  });
});

describe('common names are recognised', () => {
  it.each([
    ['uid', 'user_id'], ['userId', 'user_id'], ['User ID', 'user_id'], ['$distinct_id', 'user_id'], ['os', 'os_name'],
    ['@path', 'page_path'], ['utm_source', 'source'], ['pagePath', 'page_path'], ['region', 'province'],
  ])('%s is %s', async (raw, field) => {
    const { rows } = await read([{ ...(field === 'user_id' ? {} : { user_id: 'a' }), ts: 1, event: 'x', [raw]: 'v' }]);
    expect(rows[0]?.[field]).toBe('v');
  }); // prettier-ignore

  it('but stand behind the field itself, and then stay a property', async () => {
    const { rows } = await read([{ client_id: 'c', user_id: 'u', ts: 1, event: 'x' }]);
    expect(rows).toEqual([{ user_id: 'u', ts: 1, event: 'x', 'properties.client_id': 'c' }]);
  });
});

describe('amounts', () => {
  const amounts = async (rows: readonly object[], amount_unit: 'major' | 'minor') =>
    read(
      rows.map((row) => ({ user_id: 'a', ts: 1, event: 'pay', ...row })),
      { amount_unit },
    );

  it.each([
    [12.34, 'EUR', 1234], [1.1, 'EUR', 110], [0.07, 'USD', 7], [-3.5, 'USD', -350], [500, 'JPY', 500],
    [1.234, 'KWD', 1234], [0.0001, 'CLF', 1], [1, 'XYZ', 100], [4503599627370.49, 'EUR', 450359962737049],
  ])('of %s %s in units are %s in minor units', async (amount, currency, minor) => {
    expect((await amounts([{ amount, currency }], 'major')).rows[0]?.['amount']).toBe(minor);
  }); // prettier-ignore

  it.each([
    [{ amount: 12.345, currency: 'EUR' }, 'an amount that EUR has coins for'],
    [{ amount: 1.5, currency: 'JPY' }, 'an amount that JPY has coins for'],
    [{ amount: 1.5 }, '`currency` is missing'],
    [{ amount: 1e300, currency: 'EUR' }, '`amount` is 1e+300'],
  ])('in units that are not exact are rejected: %j', async (row, words) => {
    const { rejections } = await amounts([row], 'major');
    expect(rejections[0]?.reason).toContain(words);
  });

  it('in minor units are taken as they are, with or without a currency', async () => {
    expect((await amounts([{ amount: 5 }], 'minor')).rows[0]?.['amount']).toBe(5);
  });
});

describe('a mapping that cannot be used', () => {
  it('names all its faults', () => {
    const faults = (input: unknown) => {
      try {
        parseMapping(input);
      } catch (error) {
        return (error as MappingError).faults.map(({ path }) => path);
      }
      return [];
    };
    expect(
      faults({
        fields: { a: 'os', b: 7, ok: 'os_name', fine: 'properties.x', gone: null, no: 'properties.' },
        roles: { visit: ['x'], page_view: [], share: '*', launch: '*', pay: ['p'], add: ['p', 'p'] },
        amount_unit: 'cents',
        extra: 1,
      }),
    ).toEqual([
      'fields.a', 'fields.b', 'fields.no', 'roles.visit', 'roles.page_view', 'roles.launch', 'roles.add', 'roles.add',
      'amount_unit', 'extra',
    ]); // prettier-ignore
    expect(faults('{oops')).toEqual(['']);
    expect(faults([])).toEqual(['']);
    expect(faults({ fields: [], roles: 'x' })).toEqual(['fields', 'roles']);
    expect(faults('{"fields":{"os":"os_name"},"roles":{"page_view":["pageview"]}}')).toEqual([]);
  });

  it('says in its message what is allowed', () => {
    expect(() => parseMapping({ amount_unit: 'cents' })).toThrow(
      'amount_unit: "cents" is no unit of amounts. Allowed: minor, major.',
    );
  });
});

describe('roles', () => {
  it.each<[Mapping['roles'], string, string | null]>([
    [{}, 'page_view', 'page_view'],
    [{}, 'pageview', 'page_view'],
    [{}, 'PageView', 'page_view'],
    [{}, 'purchase', null],
    [{ page_view: ['home', 'cart'] }, 'cart', 'page_view'],
    [{ page_view: ['home'] }, 'pageview', null],
    [{ page_view: ['home'] }, 'page_view', 'page_view'],
    [{ page_view: '*' }, 'anything', 'page_view'],
    [{ page_view: '*' }, 'launch', 'launch'],
    [{ page_view: '*', share: ['tell'] }, 'tell', 'share'],
    [{ share: ['launch'] }, 'launch', 'share'],
    [{ page_view: '*' }, 'session_start', 'page_view'],
  ])('under %j the name %s plays %s', (roles, name, role) => {
    expect(roleTable(roles ? { roles } : {})(name)).toBe(role);
  });
});

describe('a log in which nothing counts as a visit', () => {
  const log = readFileSync(new URL('../../fixtures/ecom_events.ndjson.gz', import.meta.url));

  it('is refused with the names that it holds and how to map them, and nothing of it is handed on', async () => {
    const refused = readEvents(log, { withoutVisits: false });
    await expect(refused).rejects.toMatchObject({ name: 'IngestRefusal', code: 'no_visits' });
    await expect(refused).rejects.toThrow(
      /"product_view", "catalog", .*\{"roles":\{"page_view":\["product_view"\]\}\}/,
    );
  });

  it('is taken once a mapping says what does', async () => {
    const read = await readEvents(log, { withoutVisits: false, mapping: { roles: { page_view: '*' } } });
    expect(read).toMatchObject({ accepted: 31_106, rejected: 0 });
  });

  it('is taken where the first visit comes late', async () => {
    const rows = `${'{"user_id":"a","ts":1,"event":"x"}\n'.repeat(40_000)}{"user_id":"a","ts":1,"event":"launch"}`;
    expect((await readEvents(rows, { withoutVisits: false })).accepted).toBe(40_001);
  });
});

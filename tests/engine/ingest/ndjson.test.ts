import { describe, expect, it } from 'vitest';
import { readEvents } from './support/read-events.js';

const ts = '2026-11-21T08:00:00Z';
const ms = Date.UTC(2026, 10, 21, 8);
const good = { user_id: 'ann', ts, event: 'launch' };
const line = (more: Record<string, unknown> = {}) => JSON.stringify({ ...good, ...more });

describe('NDJSON', () => {
  it('reads every field of a raw event into its column', async () => {
    const fields = {
      guid: 'g1', event_id: 'e1', app_id: 'shop', environment: 'non_production', page_path: '/p', duration_ms: 1500.5,
      source: 'qr', scene: 1011, qr_code: 'q', amount: 1299, currency: 'EUR', country: 'CN', province: 'Zhejiang',
      city: 'Hangzhou', gender: 'f', age_group: '25-34', device: 'phone', network_type: 'wifi', device_width: 390,
      device_height: 844, os_name: 'iOS', os_version: '19', language: 'zh', manufacturer: 'A', device_model: 'M',
      device_brand: 'B',
    }; // prettier-ignore
    const { rows } = await readEvents(line({ ...fields, properties: { plan: 'pro', seats: 3, trial: false } }));
    expect(rows).toEqual([
      {
        user_id: 'ann', ts: ms, event: 'launch', ...fields,
        'properties.plan': 'pro', 'properties.seats': 3, 'properties.trial': false,
      }, // prettier-ignore
    ]);
  });

  it('takes null and the empty text as missing', async () => {
    const { rows } = await readEvents(
      line({ source: null, page_path: '', properties: { a: null, b: '' }, os_name: null }),
    );
    expect(rows).toEqual([{ user_id: 'ann', ts: ms, event: 'launch' }]);
  });

  it('skips blank lines, counts them as lines, and needs no newline at the end', async () => {
    const { accepted, rejections } = await readEvents(`\n${line()}\r\n  \t\n{}\n\n${line()}`);
    expect(accepted).toBe(2);
    expect(rejections.map(({ row }) => row)).toEqual([4]);
  });

  it('reads an empty file as no events', async () => {
    expect(await readEvents('', { withoutVisits: false })).toMatchObject({ accepted: 0, rejected: 0 });
  });

  it('skips the mark that some editors put before UTF-8', async () => {
    expect((await readEvents(`\uFEFF${line()}`)).rows).toHaveLength(1);
  });

  it.each([
    ['escapes', '"a\\"b\\\\c\\/d\\n\\u00e9"', 'a"b\\c/d\né'],
    ['a pair of escaped surrogates', '"\\ud83d\\ude00"', '😀'],
    ['a lone surrogate, which has no UTF-8 form', '"a\\ud83d"', 'a\uFFFD'],
    ['UTF-8 of two, three and four bytes', '"é中😀"', 'é中😀'],
    ['a byte order mark inside a text', '"\uFEFFx"', '\uFEFFx'],
    ['a text longer than a short one', `"${'long '.repeat(20)}é"`, `${'long '.repeat(20)}é`],
  ])('reads %s in a text', async (_, json, text) => {
    const { rows } = await readEvents(`{"user_id":${json},"ts":"${ts}","event":"launch"}`);
    expect(rows[0]?.['user_id']).toBe(text);
  });

  it.each([
    ['12', 12], ['-0', 0], ['0', 0], ['1e3', 1000], ['1.5E-2', 0.015], ['0.1', 0.1], ['1234567890.12345', 1234567890.12345],
    ['0.30000000000000004', 0.30000000000000004], ['123456789012345678', 123456789012345680], ['5e-324', 5e-324],
    ['-12.75', -12.75],
  ])('reads the number %s exactly', async (json, number) => {
    const { rows } = await readEvents(`{"user_id":"a","ts":"${ts}","event":"x","properties":{"n":${json}}}`);
    expect(rows[0]?.['properties.n']).toBe(number);
  }); // prettier-ignore

  it('lets the last of several equal keys count, as JSON does', async () => {
    const text = `{"user_id":"a","user_id":"b","ts":"${ts}","event":"x","properties":{"p":1},"properties":{"q":2},"source":"s","source":null}`;
    expect((await readEvents(text)).rows).toEqual([{ user_id: 'b', ts: ms, event: 'x', 'properties.q': 2 }]);
  });

  it('keeps unknown scalar fields as custom properties and leaves unknown nested ones out', async () => {
    const text = line({ browser: 'Chrome', is_bot: false, status: 200, tags: ['a'], geo: { lat: 1 } });
    expect((await readEvents(text)).rows).toEqual([
      {
        user_id: 'ann', ts: ms, event: 'launch',
        'properties.browser': 'Chrome', 'properties.is_bot': false, 'properties.status': 200,
      }, // prettier-ignore
    ]);
  });

  it('prefers a custom property over an unknown field of the same name, whichever comes first', async () => {
    const rows = (
      await readEvents(
        `${line({ plan: 'top', properties: { plan: 'inner' } })}\n${line({ properties: { plan: 'inner' }, plan: 'top' })}`,
      )
    ).rows;
    expect(rows.map((row) => row['properties.plan'])).toEqual(['inner', 'inner']);
  });

  it('keeps names that objects have by nature apart', async () => {
    const { rows } = await readEvents(
      `{"user_id":"a","ts":"${ts}","event":"x","properties":{"__proto__":1,"constructor":"c","toString":true}}`,
    );
    expect(Object.getOwnPropertyDescriptor(rows[0], 'properties.__proto__')?.value).toBe(1);
    expect(rows[0]).toMatchObject({ 'properties.constructor': 'c', 'properties.toString': true });
  });

  it('reads a property of mixed type', async () => {
    const { rows } = await readEvents([1, 'one', true].map((v) => line({ properties: { v } })).join('\n'));
    expect(rows.map((row) => row['properties.v'])).toEqual([1, 'one', true]);
  });

  it('survives nesting of any depth in a field that it leaves out', async () => {
    const deep = '['.repeat(50_000) + ']'.repeat(50_000);
    expect((await readEvents(`{"user_id":"a","ts":"${ts}","event":"x","deep":${deep}}`)).accepted).toBe(1);
  });

  it('keeps as many custom properties as allowed and names the others', async () => {
    const { rows, leftOut, accepted } = await readEvents(line({ properties: { a: 1, b: 2, c: 3 } }), {
      maxProperties: 2,
    });
    expect(accepted).toBe(1);
    expect(rows[0]).toMatchObject({ 'properties.a': 1, 'properties.b': 2 });
    expect(leftOut).toEqual(['c']);
  });

  it('hands large files on in several batches without losing a row', async () => {
    const count = 40_000;
    const text = Array.from({ length: count }, (_, i) => `{"user_id":"u${i}","ts":${i},"event":"e${i % 7}"}`).join(
      '\n',
    );
    const { rows } = await readEvents(text);
    expect(rows).toHaveLength(count);
    expect(rows.every((row, i) => row['user_id'] === `u${i}` && row['ts'] === i && row['event'] === `e${i % 7}`)).toBe(
      true,
    );
  });
});

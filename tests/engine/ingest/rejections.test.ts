import { describe, expect, it } from 'vitest';
import { readEvents } from './support/read-events.js';

const good = '{"user_id":"ann","ts":"2026-11-21T08:00:00Z","event":"launch"}';
const withField = (name: string, json: string) => `${good.slice(0, -1)},"${name}":${json}}`;
const withTs = (json: string) => `{"user_id":"ann","ts":${json},"event":"launch"}`;

/** Reads one bad row between two good ones. */
async function reasonOf(row: string): Promise<string> {
  const { accepted, rejected, rejections } = await readEvents(`${good}\n${row}\n${good}`);
  expect({ accepted, rejected, rows: rejections.map((r) => r.row) }).toEqual({ accepted: 2, rejected: 1, rows: [2] });
  return rejections[0]!.reason;
}

describe('a bad row is rejected with a reason, and the rows around it stay', () => {
  it.each([
    ['no user', '{"ts":1,"event":"x"}', '`user_id` is missing'],
    ['an empty user', '{"user_id":"","ts":1,"event":"x"}', '`user_id` is missing'],
    ['a user that is no text', '{"user_id":7,"ts":1,"event":"x"}', '`user_id` is 7; it has to be a text'],
    ['no time', '{"user_id":"a","event":"x"}', '`ts` is missing'],
    ['no event', '{"user_id":"a","ts":1}', '`event` is missing'],
    ['an event that is no text', '{"user_id":"a","ts":1,"event":["x"]}', '`event` is a list; it has to be a text'],
    ['not JSON', 'user ann launched', 'not JSON'],
    ['a cut line', good.slice(0, 30), 'not JSON'],
    ['two objects on a line', `${good} ${good}`, 'not JSON'],
    ['a trailing comma', `${good.slice(0, -1)},}`, 'not JSON'],
    ['a raw control character', withField('source', '"a\tb"'), 'not JSON'],
    ['a number with a leading zero', withField('scene', '01'), 'not JSON'],
    ['a number that is no JSON', withField('scene', 'NaN'), 'not JSON'],
    ['a list', '[1]', 'The row is a list'],
    ['a number', '12', 'The row is 12'],
    ['null', 'null', 'The row is null'],
    ['a field of the wrong type', withField('page_path', '{"a":1}'), '`page_path` is an object; it has to be a text'],
    ['a truth value where text belongs', withField('source', 'true'), '`source` is true; it has to be a text'],
    ['text where a number belongs', withField('duration_ms', '"12"'), '`duration_ms` is "12"; it has to be a number'],
    ['a negative duration', withField('duration_ms', '-1'), '`duration_ms` is -1'],
    ['a number past all bounds', withField('duration_ms', '1e999'), '`duration_ms` is Infinity'],
    ['a scene that is not whole', withField('scene', '10.5'), '`scene` is 10.5; it has to be a whole number'],
    ['an amount that is not whole', withField('amount', '12.5'), 'minor units'],
    ['a currency that is none', withField('currency', '"euro"'), '`currency` is "euro"'],
    ['an unknown environment', withField('environment', '"staging"'), '"production" or "non_production"'],
    ['properties that are no object', withField('properties', '[1]'), '`properties` is a list'],
    ['a nested property', withField('properties', '{"a":{"b":1}}'), '`properties.a` is an object'],
    ['a property that is a list', withField('properties', '{"a":[1]}'), 'it has to be a text, a number, true or false'],
  ])('%s', async (_, row, words) => {
    expect(await reasonOf(row)).toContain(words);
  });

  it('bytes that are not UTF-8', async () => {
    const bytes = new TextEncoder().encode(`${good}\n${good}\n${good}`);
    const user = good.length + 1 + good.indexOf('ann');
    bytes[user] = 0xc3;
    expect((await readEvents(bytes)).rejections).toEqual([{ row: 2, reason: 'The row is not UTF-8.' }]);
  });

  it.each([
    ['2015-02-30T00:00:00Z', 'no such day'],
    ['2100-02-29T00:00:00Z', 'not a leap year'],
    ['2015-13-01T00:00:00Z', 'no such month'],
    ['2015-05-17T25:00:00Z', 'no such hour'],
    ['2015-05-17T24:00:00Z', 'the hour after the last'],
    ['2015-05-17T10:60:00Z', 'no such minute'],
    ['2015-05-17T10:00:61Z', 'no such second'],
    ['2015-05-17T10:00:00', 'a local time without a zone'],
    ['2015-05-17 10:00:00', 'the same with a space'],
    ['2015-05-17', 'a day'],
    ['99999-01-01T00:00:00Z', 'a year of five digits'],
    ['+012015-05-17T10:00:00Z', 'a year of six digits'],
    ['1969-12-31T23:59:59Z', 'before 1970'],
    ['2015-05-17T10:00:00+25:00', 'no such offset'],
    ['2015-05-17T10:00:00.Z', 'a point without a fraction'],
    ['2015-05-17T10:00:00Zulu', 'text after it'],
    ['20150517', 'a day in basic form'],
    ['1431857103000', 'digits in a text'],
    ['yesterday', 'a word'],
    ['', 'nothing'],
  ])('the time %j (%s)', async (text) => {
    expect(await reasonOf(withTs(JSON.stringify(text)))).toContain('`ts` is ');
  });

  it.each(['-1', '1.5', '253402300800000', '1e300', 'true', '{}'])('the time %s', async (json) => {
    expect(await reasonOf(withTs(json))).toContain('`ts` is ');
  });

  it('a row past the limit, wherever its pieces end', async () => {
    const long = withField('source', `"${'x'.repeat(200)}"`);
    const { rejections, accepted } = await readEvents(`${good}\n${long}\n${good}\n${long}`, { maxRowBytes: 150 });
    expect(accepted).toBe(2);
    expect(rejections).toEqual([2, 4].map((row) => ({ row, reason: 'The line is longer than 150 bytes.' })));
  });

  it('counts all and lists the first', async () => {
    const { rejected, rejections } = await readEvents(`${'oops\n'.repeat(250)}${good}`, {
      format: 'ndjson',
      maxRejections: 3,
    });
    expect(rejected).toBe(250);
    expect(rejections.map(({ row }) => row)).toEqual([1, 2, 3]);
  });

  it('shows a long value only by its beginning', async () => {
    expect((await reasonOf(withTs(JSON.stringify('x'.repeat(500))))).length).toBeLessThan(250);
  });

  it('leaves nothing of itself in the row that follows', async () => {
    const rows = `{"user_id":"ann","source":"left","properties":{"p":1},"event_id":"i","environment":"non_production","ts":"bad","event":"x"}\n${good}`;
    expect((await readEvents(rows)).rows).toEqual([{ user_id: 'ann', ts: Date.UTC(2026, 10, 21, 8), event: 'launch' }]);
  });
});

describe('rows sent to one app', () => {
  it('get that app, and are rejected where they name another', async () => {
    const rows = [good, withField('app_id', '"shop"'), withField('app_id', '"game"')].join('\n');
    const read = await readEvents(rows, { app: 'shop' });
    expect(read.rows.map((row) => row['app_id'])).toEqual(['shop', 'shop']);
    expect(read.rejections).toEqual([
      { row: 3, reason: '`app_id` is "game"; it has to be "shop", the app it is sent to.' },
    ]);
  });
});

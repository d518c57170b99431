import { describe, expect, it } from 'vitest';
import { IngestRefusal } from '#engine/ingest/ingest-refusal.js';
import { readEvents, streamOf } from './support/read-events.js';

const header = 'user_id,ts,event,page_path';
const ms = Date.UTC(2026, 10, 21, 8);
const time = '2026-11-21T08:00:00Z';
const read = (text: string, more = {}) => readEvents(text, { format: 'csv', ...more });

describe('CSV', () => {
  it('names its columns in the first line', async () => {
    const { rows } = await read(`${header}\nann,${time},launch,/home\nben,${ms},page_view,\n`);
    expect(rows).toEqual([
      { user_id: 'ann', ts: ms, event: 'launch', page_path: '/home' },
      { user_id: 'ben', ts: ms, event: 'page_view' },
    ]);
  });

  it.each([
    ['a comma', '"a,b"', 'a,b'],
    ['a doubled quote', '"say ""hi"""', 'say "hi"'],
    ['a newline', '"a\nb"', 'a\nb'],
    ['a carriage return and newline', '"a\r\nb"', 'a\r\nb'],
    ['nothing to hide', '"plain"', 'plain'],
    ['UTF-8', '"é中😀"', 'é中😀'],
    ['only quotes', '""""""', '""'],
  ])('reads quoted text with %s', async (_, field, text) => {
    const { rows } = await read(`${header}\nann,${time},launch,${field}\nben,${time},launch,/x`);
    expect(rows.map((row) => row['page_path'])).toEqual([text, '/x']);
  });

  it('takes a quote inside a field that does not begin with one as text', async () => {
    expect((await read(`${header}\nann,${time},launch,5" screen`)).rows[0]?.['page_path']).toBe('5" screen');
  });

  it('takes lines that end in carriage return and newline, and a mark before UTF-8', async () => {
    const { rows, rejected } = await read(`\uFEFF${header}\r\nann,${time},launch,"/a"\r\nben,${time},launch,/b\r\n`);
    expect(rejected).toBe(0);
    expect(rows.map((row) => row['page_path'])).toEqual(['/a', '/b']);
  });

  it('skips blank lines and numbers rows by the line they begin on', async () => {
    const text = `${header}\n\nann,${time},launch,"two\nlines"\n\nben,never,launch,/x\n"",1,x,`;
    const { rejections } = await read(text);
    expect(rejections.map(({ row }) => row)).toEqual([6, 7]);
  });

  it('rejects a row with too few or too many fields', async () => {
    const { rejections, accepted } = await read(
      `${header}\nann,${time},launch\nann,${time},launch,/a,/b\nann,${time},launch,/a`,
    );
    expect(accepted).toBe(1);
    expect(rejections).toEqual([
      { row: 2, reason: 'The row has 3 fields; the header has 4.' },
      { row: 3, reason: 'The row has 5 fields; the header has 4.' },
    ]);
  });

  it('rejects a line whose quoted text never ends, and reads on with the next', async () => {
    const { rows, rejections } = await read(
      `${header}\nann,${time},launch,"/a\nben,${time},launch,/b\ncy,${time},launch,/c`,
    );
    expect(rejections).toEqual([{ row: 2, reason: 'A quoted field that begins on this line does not end.' }]);
    expect(rows.map((row) => row['user_id'])).toEqual(['ben', 'cy']);
  });

  it('does so too where the end is too far to be looked for', async () => {
    const rest = `ben,${time},launch,/b\n`.repeat(50);
    const { accepted, rejections } = await read(`${header}\nann,${time},launch,"/a\n${rest}`, { maxRowBytes: 200 });
    expect(accepted).toBe(50);
    expect(rejections).toEqual([{ row: 2, reason: 'The record is longer than 200 bytes.' }]);
  });

  it('rejects text after a quoted field', async () => {
    const { rejections, accepted } = await read(`${header}\nann,${time},launch,"a"b\nben,${time},launch,/b`);
    expect(accepted).toBe(1);
    expect(rejections).toMatchObject([{ row: 2, reason: expect.stringContaining('after the end of a quoted field') }]);
  });

  it('rejects a line past the limit, whatever the pieces', async () => {
    const bytes = new TextEncoder().encode(`${header}\nann,${time},launch,${'x'.repeat(300)}\nben,${time},launch,/b`);
    for (const cuts of [[], [60], [60, 100, 200, 280]]) {
      const { accepted, rejections } = await readEvents(streamOf(bytes, cuts), { format: 'csv', maxRowBytes: 100 });
      expect(accepted).toBe(1);
      expect(rejections).toEqual([{ row: 2, reason: 'The record is longer than 100 bytes.' }]);
    }
  });

  it('parts fields by semicolons or tabs where the header does', async () => {
    for (const mark of [';', '\t']) {
      const text = `"user_id"${mark}ts${mark}event\n"a,${mark}b"${mark}${time}${mark}launch`;
      expect((await read(text)).rows).toEqual([{ user_id: `a,${mark}b`, ts: ms, event: 'launch' }]);
    }
  });

  it('reads numbers and truth values of unknown columns, and leaves long digits text', async () => {
    const { rows } = await read(`user_id,ts,event,a,b,c,d,e\nann,1,x,12.50,true,01234,1234567890123456,-3`);
    expect(rows[0]).toMatchObject({
      'properties.a': 12.5,
      'properties.b': true,
      'properties.c': '01234',
      'properties.d': '1234567890123456',
      'properties.e': -3,
    });
  });

  it('reads numbers of number fields, blanks around them too', async () => {
    const { rows, rejections } = await read(
      'user_id,ts,event,duration_ms,scene\nann,1, x, 12.5 ,1011\nben,1,x,fast,\n',
    );
    expect(rows).toEqual([{ user_id: 'ann', ts: 1, event: ' x', duration_ms: 12.5, scene: 1011 }]);
    expect(rejections).toEqual([
      { row: 3, reason: '`duration_ms` is "fast"; it has to be a number of milliseconds from 0.' },
    ]);
  });

  it('reads custom properties from columns of that prefix and from a column of JSON', async () => {
    const { rows } = await read('user_id,ts,event,properties.plan,properties\nann,1,x,pro,"{""seats"":3}"\n');
    expect(rows[0]).toMatchObject({ 'properties.plan': 'pro', 'properties.seats': 3 });
  });

  it('keeps a numeric user id as its text', async () => {
    expect((await read('uid,time,event\n0042,1,x')).rows[0]?.['user_id']).toBe('0042');
  });

  it('refuses a file whose header lacks user, time or event, and says what it has', async () => {
    const refusal = await read('visitor,when,what\na,1,x').catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(IngestRefusal);
    expect(refusal).toMatchObject({ code: 'no_columns', names: ['visitor', 'when', 'what'] });
    expect((refusal as Error).message).toContain('user_id or ts or event');
  });

  it('takes what the mapping makes of such columns', async () => {
    const mapping = { fields: { visitor: 'user_id', when: 'ts', what: 'event' } } as const;
    expect((await read('visitor,when,what\na,1,x', { mapping })).rows).toEqual([{ user_id: 'a', ts: 1, event: 'x' }]);
  });
});

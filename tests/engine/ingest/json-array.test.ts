import { describe, expect, it } from 'vitest';
import { readEvents } from './support/read-events.js';

const event = (user: string) => `{"user_id":"${user}","ts":1,"event":"launch"}`;
const usersOf = async (text: string) => (await readEvents(text, { format: 'json' })).rows.map((row) => row['user_id']);

describe('a JSON array', () => {
  it.each([
    ['on one line', `[${event('a')},${event('b')}]`],
    ['on many lines', `[\n  ${event('a')} ,\r\n\t${event('b')}\n]\n`],
    ['printed with indents', JSON.stringify([JSON.parse(event('a')), JSON.parse(event('b'))], null, 2)],
  ])('gives its elements, %s', async (_, text) => {
    expect(await usersOf(text)).toEqual(['a', 'b']);
  });

  it('gives none where it is empty', async () => {
    expect(await readEvents(' [ ] ')).toMatchObject({ accepted: 0, rejected: 0 });
  });

  it('is not misled by brackets, commas and quotes in texts', async () => {
    expect(await usersOf(`[${event(']},{[')},${event('a\\"],')},${event('\\\\')}]`)).toEqual([']},{[', 'a"],', '\\']);
  });

  it('rejects a bad element by its place and keeps the others', async () => {
    const { rows, rejections } = await readEvents(
      `[${event('a')},{"user_id":},${event('b')},7,null,[${event('x')}],${event('c')}]`,
    );
    expect(rows.map((row) => row['user_id'])).toEqual(['a', 'b', 'c']);
    expect(rejections.map(({ row }) => row)).toEqual([2, 4, 5, 6]);
  });

  it.each([
    [`[${event('a')},,${event('b')}]`, [2]],
    [`[${event('a')},${event('b')},]`, [3]],
    [`[${event('a')},${event('b')}`, [3]],
    [`[${event('a')},${event('b')},{"user_id":"c`, [3, 4]],
    [`[${event('a')},${event('b')}] ${event('c')}`, [3]],
  ])('keeps the elements of an array that is not one: %s', async (text, rejected) => {
    const { rows, rejections } = await readEvents(text, { format: 'json' });
    expect(rows.map((row) => row['user_id'])).toEqual(['a', 'b']);
    expect(rejections.map(({ row }) => row)).toEqual(rejected);
  });

  it('rejects an element past the limit without keeping it', async () => {
    const { accepted, rejections } = await readEvents(`[${event('a')},${event('x'.repeat(500))},${event('b')}]`, {
      maxRowBytes: 100,
    });
    expect(accepted).toBe(2);
    expect(rejections).toEqual([{ row: 2, reason: 'The element is longer than 100 bytes.' }]);
  });
});

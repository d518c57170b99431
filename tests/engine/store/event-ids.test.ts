import { describe, expect, it } from 'vitest';
import { EventIds } from '#engine/store/event-ids.js';

describe('the index of event ids', () => {
  it('knows each of very many ids again, and no other', () => {
    const ids = new EventIds();
    const name = (n: number) => `0f8fad5b-d9cb-469f-a165-${n.toString(16).padStart(12, '0')}`;
    let added = 0;
    for (let n = 0; n < 100_000; n++) if (ids.add(name(n))) added++;
    expect(added).toBe(100_000);
    for (let n = 0; n < 100_000; n += 997) expect(ids.add(name(n))).toBe(false);
    expect(ids.add(name(100_000))).toBe(true);
  });

  it('tells short and similar ids apart', () => {
    const ids = new EventIds();
    const names = ['', 'a', 'b', 'aa', 'ab', 'ba', '\u0000', '\u0000\u0000', 'á', 'A'];
    expect(names.map((id) => ids.add(id))).toEqual(names.map(() => true));
    expect(names.map((id) => ids.add(id))).toEqual(names.map(() => false));
  });
});

import { describe, expect, it } from 'vitest';
import { EventIds } from '#engine/store/event-ids.js';

describe('the index of event ids', () => {
  it('knows each of very many ids again, and no other', () => {
    const ids = new EventIds();
    const name = (n: number) => `0f8fad5b-d9cb-469f-a165-${n.toString(16).padStart(12, '0')}`;
    let added = 0;
    for (let n = 0; n < 100_000; n++) if (ids.add(name(n), 0)) added++;
    expect(added).toBe(100_000);
    for (let n = 0; n < 100_000; n += 997) expect(ids.add(name(n), 0)).toBe(false);
    expect(ids.add(name(100_000), 0)).toBe(true);
  });

  it('tells short and similar ids apart', () => {
    const ids = new EventIds();
    const names = ['', 'a', 'b', 'aa', 'ab', 'ba', '\u0000', '\u0000\u0000', 'á', 'A'];
    expect(names.map((id) => ids.add(id, 0))).toEqual(names.map(() => true));
    expect(names.map((id) => ids.add(id, 0))).toEqual(names.map(() => false));
  });

  describe('with a window', () => {
    const minute = 60_000;

    it('knows an id again while its event is in the window, whatever time the second event has', () => {
      const ids = new EventIds(60 * minute);
      ids.add('a', 100 * minute);
      expect(ids.add('a', 100 * minute)).toBe(false);
      expect(ids.add('a', 150 * minute)).toBe(false);
      expect(ids.add('a', 70 * minute)).toBe(false);
      expect(ids.add('b', 159 * minute)).toBe(true);
      expect(ids.add('a', 159 * minute)).toBe(false);
    });

    it('forgets ids of events from long before the newest', () => {
      const ids = new EventIds(60 * minute);
      ids.add('a', 100 * minute);
      ids.add('b', 200 * minute);
      expect(ids.add('a', 200 * minute)).toBe(true);
    });

    it('does not remember an event from before the window', () => {
      const ids = new EventIds(60 * minute);
      ids.add('b', 200 * minute);
      expect([ids.add('a', 140 * minute), ids.add('a', 140 * minute)]).toEqual([true, true]);
      expect([ids.add('c', 141 * minute), ids.add('c', 141 * minute)]).toEqual([true, false]);
    });

    it('stays as large as the ids of a window and a quarter', () => {
      const [bounded, unbounded] = [new EventIds(60 * minute), new EventIds()];
      const largest = { bounded: 0, unbounded: 0 };
      for (let n = 0; n < 400_000; n++) {
        bounded.add(`id-${n}`, n * 36);
        unbounded.add(`id-${n}`, n * 36);
        largest.bounded = Math.max(largest.bounded, bounded.bytes);
      }
      // An hour holds 100,000 ids; a slot takes 8 bytes, and sets are a quarter to half full.
      expect(largest.bounded).toBeLessThanOrEqual(125_000 * 8 * 4);
      expect(unbounded.bytes).toBeGreaterThanOrEqual(400_000 * 8 * 2);
    });
  });

  it('says beforehand what it will take', () => {
    const ids = new EventIds();
    for (let n = 0; n < 3_000; n++) {
      const told = ids.bytesWith(1);
      ids.add(`id-${n}`, 0);
      expect(ids.bytes).toBeLessThanOrEqual(told);
    }
    expect(ids.bytesWith(20_000)).toBe(8 * 65_536);
  });
});

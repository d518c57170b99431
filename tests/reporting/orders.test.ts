import { describe, expect, it } from 'vitest';
import { pageOf } from '#reporting/breakdown.js';
import { sortByValue } from '#reporting/event.js';
import { compareKeys } from '#reporting/group-keys.js';
import { keyOrder, sortGroups, type Key } from '#reporting/keys.js';

const keysOf = (...keys: (string | null)[]) => keys.map((key): Key => ({ key, label: key }));

function sorted(keys: readonly Key[], values: readonly (number | null)[], order?: string): (string | null)[] {
  const keyOf = (group: number) => keys[group]!;
  const groups = sortGroups([...keys.keys()], (group) => values[group]!, keyOf, keyOrder(['opens'], order));
  return groups.map((group) => keyOf(group).key);
}

describe('rows of a breakdown', () => {
  it('stand by the first metric, descending, where no order is named', () => {
    expect(keyOrder(['opens', 'visits'])).toEqual({ metric: 'opens', isDescending: true });
    expect(keyOrder(['opens'], 'visits')).toEqual({ metric: 'visits', isDescending: false });
  });

  it('come last without a value, in both directions', () => {
    const keys = keysOf('a', 'b', 'c');
    expect(sorted(keys, [null, 1, 2])).toEqual(['c', 'b', 'a']);
    expect(sorted(keys, [null, 1, 2], 'opens')).toEqual(['b', 'c', 'a']);
  });

  it('with equal values stand by key in code units, “not set” last', () => {
    expect(sorted(keysOf(null, 'b', 'Z', 'a'), [1, 1, 1, 1])).toEqual(['Z', 'a', 'b', null]);
  });

  it('with equal paths stand by app', () => {
    const keys = ['x', 'b'].map((app): Key => ({ key: '/home', label: '/home', app }));
    const groups = sortGroups(
      [0, 1],
      () => 1,
      (group) => keys[group]!,
      keyOrder(['opens']),
    );
    expect(groups).toEqual([1, 0]);
  });
});

describe('a page', () => {
  const keys = [...keysOf('alpha', 'beta', null), { key: '10', label: 'Other alphas' }];
  const page = (query: Parameters<typeof pageOf>[2]) => pageOf([0, 1, 2, 3], (group) => keys[group]!, query);

  it('holds what is neither before its cursor nor beyond its limit; all else is the rest', () => {
    expect(page({ limit: 2, cursor: '1' })).toEqual({ count: 4, groups: [1, 2], rest: [0, 3], next: '3' });
    expect(page({ limit: 2, cursor: '2' })).toMatchObject({ groups: [2, 3], next: null });
  });

  it('is searched in keys and labels, whatever the case; an empty search finds all', () => {
    expect(page({ search: 'ALPHA' })).toMatchObject({ count: 2, groups: [0, 3], rest: [] });
    expect(page({ search: '' }).count).toBe(4);
  });

  it.each(['', '-1', '1.5', 'abc', '1234567890'])('refuses the cursor “%s”, which no answer gave', (cursor) => {
    expect(() => page({ cursor })).toThrow('not one that this back end gave');
  });
});

describe('groups of events', () => {
  it('are compared numbers by size and texts by code units, “not set” last', () => {
    const keys = [[null], ['b'], [10], [9], ['B']];
    expect(keys.filter(([key]) => typeof key !== 'string').sort(compareKeys)).toEqual([[9], [10], [null]]);
    expect(keys.filter(([key]) => typeof key !== 'number').sort(compareKeys)).toEqual([['B'], ['b'], [null]]);
  });

  it('stand by value either way, ties by key, without a value last', () => {
    const groups = () => [
      { key: ['b'], value: 1 },
      { key: ['n'], value: null },
      { key: ['a'], value: 1 },
      { key: ['c'], value: 2 },
    ];
    const keys = (order: 'value' | '-value') => sortByValue(groups(), order).map(({ key }) => key[0]);
    expect(keys('-value')).toEqual(['c', 'a', 'b', 'n']);
    expect(keys('value')).toEqual(['a', 'b', 'c', 'n']);
  });
});

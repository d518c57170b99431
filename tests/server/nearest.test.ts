import { describe, expect, it } from 'vitest';
import { nearest, nearestFirst } from '#server/nearest.js';

const NAMES = ['active_users', 'new_users', 'opens', 'visits', 'os_name', 'os_version'];

describe('nearest', () => {
  it.each([
    ['active_user', ['active_users']],
    ['ACTIVE_USERS', ['active_users']],
    ['opesn', ['opens']],
    ['os', ['os_name', 'os_version']],
    ['users', ['new_users', 'active_users']],
    ['retention_rate', []],
    ['b', []],
    ['', []],
  ])('suggests for “%s” %j', (name, names) => expect(nearest(name, NAMES)).toEqual(names));

  it('lists all names, the nearest first', () => {
    expect(nearestFirst('visit', NAMES)[0]).toBe('visits');
    expect(nearestFirst('visit', NAMES).sort()).toEqual([...NAMES].sort());
  });
});

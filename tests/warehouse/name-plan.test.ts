import { describe, expect, it } from 'vitest';
import { namePlan } from '#warehouse/files/names.js';

const plan = (names: string[], fields?: Record<string, `properties.${string}` | 'user_id' | 'source' | null>) => {
  const { fields: found, properties } = namePlan(names, fields && { fields });
  const told = ({ column, beatenBy = [] }: { column: number; beatenBy?: readonly { column: number }[] }) =>
    [names[column], ...beatenBy.map((other) => names[other.column])].join(' but for ');
  const listed = (map: typeof found) => Object.fromEntries([...map].map(([key, list]) => [key, list.map(told)]));
  return { fields: listed(found), properties: listed(properties) };
};

describe('the columns of a log are', () => {
  it('fields by their own or a common name, and else custom properties', () => {
    expect(plan(['userId', 'ts', 'event', 'plan'])).toEqual({
      fields: { user_id: ['userId'], ts: ['ts'], event: ['event'] },
      properties: { plan: ['plan'] },
    });
  });

  it('what the mapping says, or nothing', () => {
    expect(plan(['who', 'tier', 'ip'], { who: 'user_id', tier: 'properties.plan', ip: null })).toEqual({
      fields: { user_id: ['who'] },
      properties: { plan: ['tier'] },
    });
  });

  it('a custom property in rows where a surer name fills their field', () => {
    expect(plan(['utm_source', 'source', 'first'], { first: 'source' })).toEqual({
      fields: { source: ['first', 'source', 'utm_source'] },
      properties: { source: ['source but for first'], utm_source: ['utm_source but for first but for source'] },
    });
  });
});

import type { EventDefinitionInput } from '#contract/api.js';
import { checkConfiguration } from '#server/definitions/check-configuration.js';
import { describe, expect, it } from 'vitest';

type Action = EventDefinitionInput['actions'][number];

const click: Action = { trigger: 'click', report: 'once', page: null, element: '#add', data: [] };
const parameters = (method: 'manual' | 'api', ...actions: Action[]) =>
  checkConfiguration({ name: 'n', display_name: 'N', method, template: 'blank', actions }).map(
    ({ parameter }) => parameter,
  );
const price = { field: 'price', type: 'number', from: 'data.price' } as const;

describe('the check of a configuration', () => {
  it('passes a click on an element with its data', () => {
    expect(parameters('manual', { ...click, data: [price] })).toEqual([]);
  });

  it('needs an action, but not for an event that is reported through the API', () => {
    expect(parameters('manual')).toEqual(['/actions']);
    expect(parameters('api')).toEqual([]);
  });

  it.each([
    ['a click without an element', { ...click, element: ' ' }, ['/actions/0/element']],
    ['a page trigger with an element', { ...click, trigger: 'enterPage' }, ['/actions/0/element']],
    ['a field name with a space', { ...click, data: [{ ...price, field: 'unit price' }] }, ['/actions/0/data/0/field']],
    ['a field that stands twice', { ...click, data: [price, price] }, ['/actions/0/data/1/field']],
    ['a field from nowhere', { ...click, data: [{ ...price, from: '' }] }, ['/actions/0/data/0/from']],
  ] as [string, Action, string[]][])('refuses %s', (_, action, expected) => {
    expect(parameters('manual', action)).toEqual(expected);
  });

  it('refuses a field that has another type in another action', () => {
    const other: Action = { ...click, data: [{ ...price, type: 'string' }] };
    expect(parameters('manual', { ...click, data: [price] }, other)).toEqual(['/actions/1/data/0/type']);
  });
});

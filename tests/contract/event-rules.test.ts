import { describe, expect, it } from 'vitest';
import type { EventAction } from '#contract/api.js';
import { displayNameRules, eventNameRules } from '#contract/event-name-rules.js';
import { eventFaults } from '#contract/event-rules.js';
import { fieldsOf } from '#contract/fields-of.js';
import { takesElement } from '#contract/definition-vocabulary.js';

describe('the name of an event', () => {
  it.each([
    ['a', []],
    ['a'.repeat(32), []],
    ['a'.repeat(33), ['too_long']],
    ['add_to_cart_2', []],
    ['', ['empty']],
    [' ', ['empty']],
    ['Add', ['pattern']],
    ['2nd', ['pattern']],
    ['_add', ['pattern']],
    ['add-to-cart', ['pattern']],
    ['größe', ['pattern']],
    ['A'.repeat(33), ['pattern', 'too_long']],
    ['page_view', ['reserved']],
    ['page_views', []],
  ])('%j breaks %j', (name, rules) => {
    expect(eventNameRules(name)).toEqual(rules);
  });
});

describe('the display name of an event', () => {
  it.each([
    ['Add to cart', []],
    ['', ['empty']],
    ['\t', ['empty']],
    ['字'.repeat(32), []],
    ['字'.repeat(33), ['too_long']],
    // a code point is one character, however many units it takes
    ['🍵'.repeat(32), []],
    ['🍵'.repeat(33), ['too_long']],
  ])('%j breaks %j', (name, rules) => {
    expect(displayNameRules(name)).toEqual(rules);
  });
});

const click: EventAction = { trigger: 'click', report: 'once', page: null, element: '#add', data: [] };
const price = { field: 'price', type: 'number', from: 'data.price' } as const;

describe('the faults of a configuration', () => {
  it.each([
    ['no action at all', [], [['/actions', 'action_missing', '']]],
    ['a whole click', [{ ...click, data: [price] }], []],
    ['a click on nothing', [{ ...click, element: ' ' }], [['/actions/0/element', 'element_missing', 'click']]],
    ['a share without an element', [{ ...click, trigger: 'share', element: null }], []],
    ['a share on an element', [{ ...click, trigger: 'share' }], []],
    ['a launch on an element', [{ ...click, trigger: 'launch' }], [['/actions/0/element', 'element_unfit', 'launch']]],
    [
      'a field of 65 characters',
      [{ ...click, data: [{ ...price, field: 'a'.repeat(65) }] }],
      [['/actions/0/data/0/field', 'field_pattern', 'a'.repeat(65)]],
    ],
    ['a field of 64 characters', [{ ...click, data: [{ ...price, field: 'a'.repeat(64) }] }], []],
    [
      'a field twice in an action',
      [{ ...click, data: [price, price] }],
      [['/actions/0/data/1/field', 'field_twice', 'price']],
    ],
    [
      'a field once in each of two actions',
      [
        { ...click, data: [price] },
        { ...click, data: [price] },
      ],
      [],
    ],
    [
      'a field of two types',
      [
        { ...click, data: [price] },
        { ...click, data: [{ ...price, type: 'string' }] },
      ],
      [['/actions/1/data/0/type', 'type_differs', 'string']],
    ],
    [
      'a value from nowhere',
      [{ ...click, data: [{ ...price, from: ' ' }] }],
      [['/actions/0/data/0/from', 'from_missing', 'price']],
    ],
  ] as [string, EventAction[], [string, string, string][]][])('of %s', (_, actions, expected) => {
    const faults = eventFaults({ method: 'manual', actions });
    expect(faults.map(({ parameter, rule, value }) => [parameter, rule, value])).toEqual(expected);
  });

  it('need no action where the event is reported through the API', () => {
    expect(eventFaults({ method: 'api', actions: [] })).toEqual([]);
  });
});

it('the fields of a configuration stand once, in order of appearance', () => {
  const sku = { field: 'sku', type: 'string', from: 'data.sku' } as const;
  const actions = [
    { ...click, data: [sku, price] },
    { ...click, data: [price] },
  ];
  expect(fieldsOf({ actions })).toEqual([
    { field: 'sku', type: 'string' },
    { field: 'price', type: 'number' },
  ]);
});

it('only a click and a share happen on an element', () => {
  expect(takesElement('click')).toBe(true);
  expect(takesElement('share')).toBe(true);
  expect(takesElement('switchTab')).toBe(false);
});

import type { EventDefinitionInput, Filter } from '#contract/api.js';
import { dryRun } from '#server/definitions/dry-run.js';
import { describe, expect, it } from 'vitest';

type Action = EventDefinitionInput['actions'][number];

const log = [
  { event: 'click', page_path: 'a', element: '#x' },
  { event: 'click', page_path: 'a', element: '#y' },
  { event: 'click', page_path: 'b', element: '#x' },
  { event: 'page_view', page_path: 'a', element: null },
  { event: 'add_to_cart', page_path: null, element: null },
];

const holds = (row: (typeof log)[number], { field, values }: Filter) =>
  (field === 'page_path' ? row.page_path : row.element) === values?.[0];
const count = (event: string, filters: readonly Filter[]) =>
  Promise.resolve([log.filter((row) => row.event === event && filters.every((filter) => holds(row, filter))).length]);

const action = (trigger: Action['trigger'], page: string | null = null, element: string | null = null): Action => ({
  trigger,
  report: 'once',
  page,
  element,
  data: [],
});
const input = (method: 'manual' | 'api', actions: Action[]): EventDefinitionInput => ({
  name: 'add_to_cart',
  display_name: 'Add to cart',
  method,
  template: 'blank',
  actions,
});

describe('a dry run', () => {
  it.each([
    ['one action', [action('click', 'a', '#x')], 1],
    ['two actions that match different events', [action('click', 'a', '#x'), action('click', 'b', '#x')], 2],
    ['two actions that match some events both', [action('click', 'a'), action('click', null, '#x')], 3],
    ['an action that holds another', [action('click'), action('click', 'a', '#x')], 3],
    ['the same action twice', [action('click', 'a'), action('click', 'a')], 2],
    ['triggers that show as different events', [action('click', 'b'), action('enterPage', 'a')], 2],
    ['a trigger that leaves no trace in a log', [action('pullDownRefresh', 'a')], 0],
  ])('counts each event once for %s', async (_, actions, expected) => {
    expect(await dryRun(input('manual', actions), 1, count)).toEqual([expected]);
  });

  it('counts the events of its name where it is reported through the API', async () => {
    expect(await dryRun(input('api', []), 1, count)).toEqual([1]);
  });
});

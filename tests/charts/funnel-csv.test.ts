import { expect, it } from 'vitest';
import { funnelModel } from '#charts/funnel.js';
import { funnelCsv } from '#charts/funnel-csv.js';
import { funnelReport, groupOf } from './sample-funnel.js';

const words = {
  ...{ step: 'Step', event: 'Event', users: 'Users', ofFirst: 'Of 1', ofBefore: 'Of before', lost: 'Lost' },
  ...{ median: 'Median', p90: 'p90', all: 'All', notSet: 'Not set', before: (name: string) => `${name}, before` },
};

it('a file of a funnel has counts, unrounded shares and seconds, in the row of the step that they lead to', () => {
  const model = funnelModel(funnelReport({ a: 3, b: 1 }), undefined);
  expect(funnelCsv(model, { ...words, fields: [] })).toEqual([
    ['Step', 'Event', 'Users', 'Of 1', 'Of before', 'Lost', 'Median', 'p90'],
    [1, 'a', 3, 1, null, null, null, null],
    [2, 'b', 1, 1 / 3, 1 / 3, 2, 10, 40],
  ]);
});

it('a file of groups has their fields first, all users before them, and what it is compared with last', () => {
  const groups = [groupOf(['iOS', null], { a: 2, b: 1 })];
  const model = funnelModel(funnelReport({ a: 3, b: 1 }, groups), funnelReport({ a: 4, b: 2 }));
  const [head, ...rows] = funnelCsv(model, { ...words, fields: ['OS', 'City'] });
  expect(head!.slice(0, 3)).toEqual(['OS', 'City', 'Step']);
  expect(head!.slice(-3)).toEqual(['Users, before', 'Of 1, before', 'Of before, before']);
  expect(rows).toEqual([
    ['All', 'All', 1, 'a', 3, 1, null, null, null, null, 4, 1, null],
    ['All', 'All', 2, 'b', 1, 1 / 3, 1 / 3, 2, 10, 40, 2, 0.5, 0.5],
    ['iOS', 'Not set', 1, 'a', 2, 1, null, null, null, null, null, null, null],
    ['iOS', 'Not set', 2, 'b', 1, 0.5, 0.5, 1, 10, 40, null, null, null],
  ]);
});

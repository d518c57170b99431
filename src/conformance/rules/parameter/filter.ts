import type { FilterOperator } from '#contract/api.js';
import type { Subject } from '../../subject/subject.js';
import { type Case, caseRule, malformed, notAnswerable, type Questions, right } from './case.js';

/** What can be wrong with filters. */
export const filterParameter = caseRule(
  {
    id: 'parameter.filter',
    sentence:
      'A filter is field:operator:value with an operator of the contract, as many values as it takes and, for comparing operators, a number; a field that the catalogue lacks is 422 unknown_dimension.',
  },
  (ask, subject) => [...inQueryStrings(ask), ...inJson(ask), ...ofNumbers(ask, subject), ...tooMany(ask)],
);

function inQueryStrings(ask: Questions): Case[] {
  const { dimension } = ask;
  const by = (...filter: string[]) => ask.get('summary', { filter });
  return [
    right(by(`${dimension}:eq:a:b`)),
    right(by(`${dimension}:in:a%252Cb,c`, `${dimension}:set`)),
    right(by(`${dimension}:not_set`)),
    right(by(`${dimension}:contains:a`)),
    malformed(by(dimension), 'filter'),
    malformed(by(`${dimension}:like:a`), 'filter'),
    malformed(by(`${dimension}:eq`), 'filter'),
    malformed(by(`${dimension}:set:a`), 'filter'),
    notAnswerable(by('no_such_dimension:eq:a'), 'unknown_dimension', 'filter'),
  ];
}

function inJson(ask: Questions): Case[] {
  const field = ask.dimension;
  const by = (filter: unknown) => ask.post('summary', { filters: [filter] });
  const noted = (operator: FilterOperator, values?: unknown) => by({ field, operator, values });
  return [
    right(noted('in', ['a', 'b'])),
    right(noted('set')),
    right(ask.post('summary', { filters: [] })),
    malformed(noted('in', []), 'filter'),
    malformed(noted('eq', ['a', 'b']), 'filter'),
    malformed(noted('eq', 'a'), 'filter'),
    malformed(noted('eq', [{}]), 'filter'),
    malformed(noted('set', ['a']), 'filter'),
    malformed(by({ field }), 'filter'),
    malformed(by({ operator: 'set' }), 'filter'),
    malformed(by({ field, operator: 'set', value: 1 }), 'filter'),
    malformed(by('all of them'), 'filter'),
    malformed(ask.post('summary', { filters: 'none' }), 'filter'),
  ];
}

/** Comparing is for numbers: of a text it cannot be answered, with a text it is malformed. */
function ofNumbers(ask: Questions, { catalog }: Subject): Case[] {
  const numeric = catalog.dimensions.find(({ type }) => type === 'number')?.id;
  const texts: Case = {
    ask: ask.get('summary', { filter: `${ask.dimension}:gt:1` }),
    status: [400, 422],
    parameters: ['filter'],
  };
  if (numeric === undefined) return [texts];
  const by = (filter: string) => ask.get('summary', { filter: `${numeric}:${filter}` });
  return [
    texts,
    ...['gt', 'gte', 'lt', 'lte'].map((operator) => right(by(`${operator}:1.5`))),
    malformed(by('gt:many'), 'filter'),
  ];
}

function tooMany(ask: Questions): Case[] {
  const filters = (count: number) =>
    Array.from({ length: count }, () => ({ field: ask.dimension, operator: 'ne', values: ['a'] }));
  return [
    right(ask.post('summary', { filters: filters(32) })),
    malformed(ask.post('summary', { filters: filters(33) }), 'filter'),
  ];
}

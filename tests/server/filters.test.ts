import { describe, expect, it } from 'vitest';
import type { Filter } from '#contract/api.js';
import { asker } from './fixtures/asker.js';

const path = (...filters: string[]): string =>
  `/v1/superapp/reports/summary?range=today&metrics=opens&${filters.map((filter) => `filter=${filter}`).join('&')}`;

async function read(...filters: string[]): Promise<Filter[]> {
  const { get, source } = asker();
  const response = await get(path(...filters));
  if (response.status !== 200) throw new Error(await response.text());
  return source.asked[0]!.query.filters as Filter[];
}

describe('filters', () => {
  it.each<[string, Filter]>([
    ['os_name:eq:Android', { field: 'os_name', operator: 'eq', values: ['Android'] }],
    ['page_path:eq:a:b:c', { field: 'page_path', operator: 'eq', values: ['a:b:c'] }],
    ['page_path:contains:%2Fpay', { field: 'page_path', operator: 'contains', values: ['/pay'] }],
    ['city:in:Xian,Lhasa', { field: 'city', operator: 'in', values: ['Xian', 'Lhasa'] }],
    [
      'city:not_in:Washington%252C%20D.C.,Xian',
      { field: 'city', operator: 'not_in', values: ['Washington, D.C.', 'Xian'] },
    ],
    ['city:eq:Washington%2C%20D.C.', { field: 'city', operator: 'eq', values: ['Washington, D.C.'] }],
    ['scene:eq:1011', { field: 'scene', operator: 'eq', values: [1011] }],
    ['device_width:gte:390.5', { field: 'device_width', operator: 'gte', values: [390.5] }],
    ['qr_code:set', { field: 'qr_code', operator: 'set' }],
    ['qr_code:not_set:', { field: 'qr_code', operator: 'not_set' }],
    ['properties.plan:ne:free', { field: 'properties.plan', operator: 'ne', values: ['free'] }],
    ['properties.price:gt:9', { field: 'properties.price', operator: 'gt', values: [9] }],
    ['properties.a:b:eq:1', { field: 'properties.a', operator: 'b' as 'eq', values: ['eq:1'] }],
  ])('%s is split at the first two colons', async (text, filter) => {
    if (text.startsWith('properties.a:b')) {
      await expect(read(text)).rejects.toThrow(/“b” is not an operator of filters/);
    } else expect(await read(text)).toEqual([filter]);
  });

  it('are all kept, in order', async () => {
    expect((await read('os_name:eq:iOS', 'city:set')).map(({ field }) => field)).toEqual(['os_name', 'city']);
  });

  it.each<[string, number, string, RegExp]>([
    ['os_name', 400, 'malformed', /Write field:operator:value/],
    [':eq:1', 400, 'malformed', /Write field:operator:value/],
    ['os_name:is:iOS', 400, 'malformed', /“is” is not an operator of filters/],
    ['os_name:eq', 400, 'malformed', /takes one value, not 0/],
    ['os_name:set:iOS', 400, 'malformed', /takes no value/],
    ['colour:eq:red', 422, 'unknown_dimension', /“colour” is not a dimension/],
    ['os_nam:eq:iOS', 422, 'unknown_dimension', /Nearest: os_name/],
    ['os_name:gt:5', 422, 'not_answerable', /gt does not fit os_name/],
    ['device_width:contains:3', 422, 'not_answerable', /contains does not fit device_width/],
    ['device_width:gt:wide', 400, 'malformed', /“wide” has to be a number/],
    ['scene:in:1011,x', 400, 'malformed', /“x” has to be a number/],
    ['properties.price:lte:much', 400, 'malformed', /“much” has to be a number/],
    ['properties.:eq:1', 400, 'malformed', /names no custom field/],
    ['city:in:100%25', 400, 'malformed', /percent-encode each value twice/],
  ])('%s is %d %s', async (text, status, code, message) => {
    const problem = await asker().problem(status, path(text));
    expect(problem.code).toBe(code);
    expect(problem.errors).toHaveLength(1);
    expect(problem.errors![0]).toMatchObject({
      parameter: 'filter',
      message: expect.stringMatching(message) as string,
    });
  });

  it('say which operators fit', async () => {
    const { errors } = await asker().problem(422, path('device_width:contains:3'));
    expect(errors![0]!.allowed).toEqual(['eq', 'ne', 'in', 'not_in', 'gt', 'gte', 'lt', 'lte', 'set', 'not_set']);
  });

  it.each<[string, unknown, string, RegExp]>([
    ['no object', 'os_name:eq:iOS', '/filters/0', /has to be an object/],
    ['no field', { operator: 'eq', values: ['a'] }, '/filters/0/field', /needs field/],
    [
      'another member',
      { field: 'city', operator: 'eq', values: ['a'], value: 'a' },
      '/filters/0/value',
      /field, operator and values/,
    ],
    [
      'values that are no list',
      { field: 'city', operator: 'eq', values: 'a' },
      '/filters/0/values',
      /has to be a list/,
    ],
    ['an object for a value', { field: 'city', operator: 'eq', values: [{}] }, '/filters/0/values', /has to be a list/],
    [
      'two values of eq',
      { field: 'city', operator: 'eq', values: ['a', 'b'] },
      '/filters/0/values',
      /one value, not 2/,
    ],
  ])('in JSON with %s are 400', async (_case, filter, parameter, message) => {
    const json = { range: 'today', metrics: ['opens'], filters: [filter] };
    const { errors } = await asker().problem(400, '/v1/superapp/reports/summary', { json });
    expect(errors).toEqual([expect.objectContaining({ parameter, message: expect.stringMatching(message) as string })]);
  });

  it('are the same by GET and by POST', async () => {
    const { post, source } = asker();
    const filters = [{ field: 'scene', operator: 'in', values: ['1011', 1012] }];
    await post('/v1/superapp/reports/summary', { range: 'today', metrics: ['opens'], filters });
    expect(source.asked[0]!.query.filters).toEqual(await read('scene:in:1011,1012'));
  });

  it('are at most 32', async () => {
    const filters = Array.from({ length: 33 }, () => 'city:set');
    const { errors } = await asker().problem(400, path(...filters));
    expect(errors![0]!.message).toMatch(/33 items/);
  });
});

import { describe, expect, it } from 'vitest';
import { openapi, schemaErrors } from './openapi-schema.js';

const schemaOfExample = (name: string) => (name in openapi.components.schemas ? name : 'Problem');

describe('the OpenAPI document', () => {
  it.each(Object.keys(openapi.components.examples))('has an example %s that its own schema accepts', (name) => {
    expect(schemaErrors(schemaOfExample(name), openapi.components.examples[name]?.value)).toEqual([]);
  });

  it('refuses an answer that lacks what it requires', () => {
    expect(schemaErrors('SummaryReport', { metrics: [] })).toEqual([
      "SummaryReport must have required property 'meta'",
    ]);
  });

  it('asks the same reports of one app and of the superapp', () => {
    const under = (prefix: string) =>
      Object.keys(openapi.paths)
        .filter((path) => path.startsWith(`${prefix}/reports/`))
        .map((path) => path.slice(prefix.length))
        .sort();
    expect(under('/v1/apps/{app}')).toEqual(under('/v1/superapp'));
    expect(under('/v1/superapp')).toHaveLength(8);
  });

  it('gives every operation an answer for bad input and for a missing sign-in', () => {
    for (const [path, item] of Object.entries(openapi.paths))
      for (const method of ['get', 'post', 'put', 'delete']) {
        const operation = item[method] as { responses: Record<string, unknown> } | undefined;
        if (operation)
          expect(Object.keys(operation.responses), `${method} ${path}`).toEqual(expect.arrayContaining(['400', '401']));
      }
  });
});

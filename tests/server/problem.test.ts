import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Problem } from '#contract/api.js';
import { problems, type ProblemCode } from '#contract/problems.js';
import { problem } from '#server/index.js';

const { components } = parse(readFileSync('src/contract/openapi.yaml', 'utf8')) as {
  components: { examples: Record<string, { value: Partial<Problem> }> };
};
const examples = Object.entries(components.examples).filter(([, { value }]) => value.code !== undefined);

describe('problem', () => {
  it.each(examples)('is as the document shows it in %s', (_name, { value }) => {
    const { type, title, status } = problem(value.code as ProblemCode);
    expect({ type: value.type, title: value.title, status: value.status }).toEqual({ type, title, status });
  });

  it('has a status and a type of its own for each code', () => {
    const all = (Object.keys(problems) as ProblemCode[]).map((code) => problem(code));
    expect(new Set(all.map(({ type }) => type)).size).toBe(all.length);
    expect(all.every(({ status }) => status >= 400 && status < 600)).toBe(true);
  });
});

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { rules } from '#conformance/index.js';
import { rulesList } from '#conformance/report/rules-list.js';

const page = readFileSync(new URL('../../docs/conformance.md', import.meta.url), 'utf8');

describe('the rules', () => {
  it('have ids of their own, a family and a name in kebab case, and a sentence', () => {
    const ids = rules.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { id, sentence } of rules) {
      expect(id).toMatch(/^[a-z]+(-[a-z]+)*\.[a-z0-9]+(-[a-z0-9]+)*$/);
      expect(sentence).toMatch(/^\S.*\.$/s);
    }
  });

  it('stand in docs/conformance.md, each with its sentence (npm run conform -- --rules prints them)', () => {
    expect(page.slice(page.indexOf('## The rules')).trim()).toBe(`## The rules\n\n${rulesList(rules).trim()}`);
  });
});

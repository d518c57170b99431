import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');
const scripts = Object.keys((JSON.parse(read('package.json')) as { scripts: Record<string, string> }).scripts);
const pages = [
  'README.md',
  'CONTRIBUTING.md',
  ...readdirSync(path.join(root, 'docs/decisions')).map((file) => `docs/decisions/${file}`),
];

describe('the commands that the docs name', () => {
  it.each(pages)('in %s are scripts of the package', (page) => {
    const named = [...read(page).matchAll(/npm run ([\w:-]+)/g)].map((match) => match[1]);
    expect(named.filter((name) => !scripts.includes(name ?? ''))).toEqual([]);
  });

  it.each(['npm ci && npm start', 'npm ci && npm test'])('hold `%s` on a line of its own in the README', (command) => {
    expect(read('README.md').split('\n')).toContain(command);
  });
});

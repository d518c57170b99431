import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
  name: string;
  exports: Record<string, unknown>;
  sideEffects: string[];
};
const elements = readdirSync(path.join(root, 'src/elements'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'base')
  .map((entry) => entry.name);
const modules = Object.keys(manifest.exports)
  .filter((entry) => !/\.(yaml|json)$|\/react$/.test(entry)) // the last holds types only
  .flatMap((entry) => (entry.includes('*') ? elements.map((name) => entry.replace('*', name)) : [entry]))
  .map((entry) => entry.replace('.', manifest.name));

/** Imports an entry in a Node of its own and tells the tags that it registered and the names that it exports. */
async function importInNode(entry: string): Promise<{ tags: string[]; names: string[] }> {
  const script = `
    const tags = [];
    globalThis.customElements = { define: (tag) => tags.push(tag), get: () => undefined };
    const module = await import(${JSON.stringify(entry)});
    console.log(JSON.stringify({ tags, names: Object.keys(module) }));`;
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script], { cwd: root });
  return JSON.parse(stdout) as { tags: string[]; names: string[] };
}

describe('the published entries', () => {
  it.each(modules)('%s imports in plain Node', async (entry) => {
    const { tags, names } = await importInNode(entry);
    expect(tags.length + names.length).toBeGreaterThan(0);
  });

  it('the main entry exports the classes and registers nothing', async () => {
    const { tags, names } = await importInNode(manifest.name);
    expect(tags).toEqual([]);
    expect(names).toEqual(
      expect.arrayContaining(['MaScope', 'MaMetricCard', 'MaTrendChart', 'MaPageTable', 'defineElements']),
    );
  });

  it('./define registers every element under ma-', async () => {
    const { tags } = await importInNode(`${manifest.name}/define`);
    expect(tags.sort()).toEqual(elements.map((name) => `ma-${name}`).sort());
  });

  it.each(elements)('./elements/%s registers that element', async (name) => {
    const { tags } = await importInNode(`${manifest.name}/elements/${name}`);
    expect(tags).toContain(`ma-${name}`);
  });

  it('names each file with side effects, so that a bundler keeps them', () => {
    expect(manifest.sideEffects).toEqual(
      expect.arrayContaining([
        './dist/define.js',
        './src/define.ts',
        ...elements.map((name) => `./dist/elements/${name}/${name}.js`),
        ...elements.map((name) => `./src/elements/${name}/${name}.ts`),
      ]),
    );
  });
});

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const folder = mkdtempSync(path.join(tmpdir(), 'fresh-'));

/** Files that are made from others and kept in git, each with what makes it again. */
const generated = [
  {
    file: 'src/contract/generated/openapi.ts',
    remedy: 'npm run contract:types',
    /** @param {string} to */
    make: (to) =>
      node('openapi-typescript/bin/cli.js', ['src/contract/openapi.yaml', '-o', path.join(to, 'openapi.ts')]),
  },
  {
    file: 'custom-elements.json',
    remedy: 'npm run manifest',
    /** @param {string} to */
    make: (to) =>
      node('@custom-elements-manifest/analyzer/cem.js', ['analyze', '--quiet', '--outdir', path.relative(root, to)]),
  },
  ...['api.md', 'metrics.md', 'elements.md'].map((page) => ({
    file: `docs/reference/${page}`,
    remedy: 'npm run reference',
    /** @param {string} to */
    make: (to) =>
      execFileSync(process.execPath, ['--conditions=source', '--import', 'tsx', '.ci/reference.js', to], { cwd: root }),
  })),
];

try {
  for (const { file, remedy, make } of generated) {
    make(folder);
    const fresh = readFileSync(path.join(folder, path.basename(file)), 'utf8') === read(file);
    console.log(`${file}: ${fresh ? 'fresh' : `stale or missing; run: ${remedy}`}`);
    if (!fresh) process.exitCode = 1;
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/**
 * @param {string} script a path in node_modules
 * @param {string[]} args
 */
function node(script, args) {
  execFileSync(process.execPath, [path.join(root, 'node_modules', script), ...args], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

/** @param {string} file */
function read(file) {
  try {
    return readFileSync(path.join(root, file), 'utf8');
  } catch {
    return undefined;
  }
}

// Twenty widgets on 90 days of the drawn population, in Chromium, on the built page and a warm server in a process of its
// own. It prints figures and never fails because of one.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { chromium } from 'playwright-core';
import { build, defaultClientConditions, preview } from 'vite';
import { chromiumFlags } from '../../../.ci/browsers/chromium-flags.js';
import { findChromium } from '../../../.ci/browsers/find.js';
import { minifyLiterals } from '../../../.ci/minify-literals.js';

const backEnd = spawn(
  process.execPath,
  ['--conditions=source', '--import', 'tsx', path.join(import.meta.dirname, 'back-end.ts')],
  { stdio: ['ignore', 'pipe', 'inherit'] },
);
const [address] = await once(createInterface(backEnd.stdout), 'line');
const outDir = await mkdtemp(path.join(tmpdir(), 'widgets-'));
const config = {
  configFile: /** @type {const} */ (false),
  root: import.meta.dirname,
  logLevel: /** @type {const} */ ('error'),
  resolve: { conditions: ['source', ...defaultClientConditions] },
  plugins: [minifyLiterals()],
  build: { target: 'es2022', outDir, emptyOutDir: true },
  preview: { host: '127.0.0.1', port: 0, proxy: { '/v1': address } },
};
await build(config);
const server = await preview(config);
const executablePath = findChromium();
if (!executablePath) throw new Error('Chromium was not found. Install it, or set CHROMIUM_PATH to its path.');
const browser = await chromium.launch({ executablePath, args: [...chromiumFlags, '--js-flags=--expose-gc'] });
/** @type {[what: string, value: string, wanted: string][]} */
const rows = [];
try {
  const url = /** @type {string} */ (server.resolvedUrls?.local[0]);
  const page = await browser.newPage({ viewport: { width: 1440, height: 9000 } });
  page.on('pageerror', (error) => console.error(error.message));
  await page.addInitScript(`globalThis.tasks = [];
    new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ startTime, duration }) => [startTime, duration])))
      .observe({ type: 'longtask', buffered: true });`);
  await page.goto(url);
  const first = await call(page, 'bench.first()');
  const painted = [first];
  for (let round = 0; round < 4; round++) {
    await page.reload();
    painted.push(await call(page, 'bench.first()'));
  }
  rows.push(['all painted after navigation', `${ms(median(painted.slice(1)))} ms`, '1,500 ms']);
  const loaded = await call(page, 'performance.now()');
  const changes = [];
  for (const days of [30, 7, 60, 14, 90, 30]) changes.push(await call(page, `bench.changeRange(${days})`));
  rows.push(['another range, all painted again (median)', `${ms(median(changes))} ms`, '500 ms']);
  rows.push(['… the slowest', `${ms(Math.max(...changes))} ms`, '500 ms']);
  const tasks = /** @type {[number, number][]} */ (await page.evaluate('tasks'));
  const late = tasks.filter(([start]) => start > loaded).map(([, duration]) => duration);
  rows.push(['longest task after load', late.length ? `${ms(Math.max(...late))} ms` : 'none over 50 ms', '100 ms']);

  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const look = async () => {
    await session.send('HeapProfiler.collectGarbage');
    await session.send('HeapProfiler.collectGarbage');
    const { metrics } = await session.send('Performance.getMetrics');
    const of = (/** @type {string} */ wanted) => metrics.find(({ name }) => name === wanted)?.value ?? 0;
    return { heap: of('JSHeapUsedSize'), listeners: of('JSEventListeners'), nodes: of('Nodes') };
  };
  for (const [what, name] of [
    ['change of scope', 'changeScope'],
    ['mount and unmount', 'mount'],
  ]) {
    await page.evaluate(`bench.${name}(10)`);
    const before = await look();
    await page.evaluate(`bench.${name}(100)`);
    const after = await look();
    const kept = (after.heap - before.heap) / 100 / 1000;
    rows.push([`kept by a ${what}`, `${kept.toFixed(1)} kB`, '20 kB']);
    rows.push(['… listeners, nodes', `${after.listeners - before.listeners}, ${after.nodes - before.nodes}`, '0']);
  }
  const canvases = await call(page, 'document.querySelectorAll("canvas").length');
  rows.push(['canvases left in the page', String(canvases), '0']);
} finally {
  await browser.close();
  await server.close();
  backEnd.kill();
  await rm(outDir, { recursive: true });
}
const width = Math.max(...rows.map(([what]) => what.length));
for (const [what, value, wanted] of rows)
  console.log(`${what.padEnd(width)}  ${value.padStart(16)}  (wanted: ${wanted})`);

/**
 * @param {import('playwright-core').Page} page
 * @param {string} code
 * @returns {Promise<number>}
 */
async function call(page, code) {
  return /** @type {number} */ (await page.evaluate(code));
}

/** @param {number[]} numbers */
function median(numbers) {
  return /** @type {number} */ ([...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)]);
}

/** @param {number} value */
function ms(value) {
  return Math.round(value).toLocaleString('en');
}

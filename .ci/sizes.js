import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { build, defaultClientConditions } from 'vite';
import { minifyLiterals } from './minify-literals.js';

/**
 * @typedef {{ fileName: string, code: string, imports: string[], dynamicImports: string[], moduleIds: string[], isEntry: boolean }} Chunk
 * @typedef {{ what: string, bytes: number, limit: number }} Row
 */

const root = path.resolve(import.meta.dirname, '..');
const kB = 1000;

// Else the libraries' development builds are measured.
process.env['NODE_ENV'] = 'production';

const card = `
  import '#elements/metric-card/metric-card.js';
  export { createClient } from '#client/index.js';`;
/** The elements of the first slice, which have a budget of their own; each further one is measured by what it adds. */
const firstElements = ['scope', 'metric-card', 'trend-chart', 'page-table'];
const furtherElements = readdirSync(path.join(root, 'src/elements')).filter(
  (name) => !firstElements.includes(name) && existsSync(path.join(root, 'src/elements', name, `${name}.ts`)),
);
/** What the base holds for every element, and is shared however few use it by now. */
const shared = `
  export { dropDown } from '#elements/base/drop-down.js';
  export { DropDownController } from '#elements/base/drop-down-controller.js';
  export { dropDownStyles } from '#elements/base/drop-down.styles.js';
  export { ConfirmController } from '#elements/base/confirm-controller.js';
  export { DraftStore } from '#elements/base/draft-store.js';
  export { EventNames } from '#elements/base/event-names.js';
  export { eventPick } from '#elements/base/event-pick.js';
  export { FilterRows } from '#elements/base/filter-rows.js';
  export { filterRowsStyles } from '#elements/base/filter-rows.styles.js';
  export { faultSummary } from '#elements/base/form-faults.js';
  export { selectField, textField } from '#elements/base/form-field.js';
  export { formStyles } from '#elements/base/form.styles.js';
  export { groupByPicks } from '#elements/base/group-by.js';
  export { LeavingController } from '#elements/base/leaving-controller.js';
  export { ReorderController } from '#elements/base/reorder-controller.js';
  export { filterRowsTexts } from '#i18n/filter-rows/section.js';
  export { formTexts } from '#i18n/form/section.js';
  export { pickTexts } from '#i18n/pick/section.js';
  export { createDefinitionsClient } from '#client/definitions.js';`;
/** What a reader opens has a budget of its own. */
const openedKit =
  /\/elements\/(?:base\/filter|event-analysis\/file|event-builder\/(?:actions|later|saving|trial)|funnel-builder\/failure|funnel-chart\/next|page-table\/detail|retention-grid\/curve|source-chart\/display|source-trend\/source|trend-chart\/zoom)-kit\.ts$/;
const entryOf = (/** @type {readonly string[]} */ names) => `
  ${names.map((name) => `import '#elements/${name}/${name}.js';`).join('\n')}
  export { createClient } from '#client/index.js';`;
const worker = `
  export { createEngine } from '#engine/index.js';
  export { createHandler, serveOverPort } from '#server/index.js';`;

const cardChunks = await bundle(card);
const allChunks = await bundle(entryOf(firstElements));
const workerChunks = await bundle(worker);
const chartChunks = allChunks.filter(drawsCharts);
// What is loaded only to draw: chart.js, and our own drawing code beside it.
const chartOnly = reachable([...chartChunks, ...allChunks.filter(isDrawingKit)], allChunks).filter(
  (chunk) => !atStart(allChunks).includes(chunk),
);
const languages = allChunks.filter(isLanguage);
const elements = allChunks.filter(
  (chunk) => !chartOnly.includes(chunk) && !languages.includes(chunk) && !isOpened(chunk),
);
const wholeBytes = await drawnBytes([...firstElements, ...furtherElements]);
const further = [];
for (const name of furtherElements) {
  const others = furtherElements.filter((other) => other !== name);
  further.push({
    what: `ma-${name}, beside all others`,
    bytes: wholeBytes - (await drawnBytes([...firstElements, ...others])),
    limit: 8 * kB,
  });
}
// Each in the file that its kit begins, beside what was there before.
const opened = (await bundle(entryOf([...firstElements, ...furtherElements]) + shared)).filter(
  (chunk) => isOpened(chunk) && !isLibrary(chunk),
);
const workerStart = atStart(workerChunks);

const table = [
  // The goal is 22 kB; what stands between is in docs/decisions/0008-size-of-the-card.md. It may shrink, not grow.
  row('ma-metric-card alone, with its client', atStart(cardChunks), 31.2),
  row('scope, card, trend and pages without chart.js', elements, 60),
  row('the chart part, loaded on demand', chartOnly, 70),
  row('worker: engine and server', workerStart, 50),
  ...further,
  ...opened.map((chunk) => row(`opened by a reader: ${openedName(chunk)}`, [chunk], 4)),
];
const faults = [
  ...table.filter(({ bytes, limit }) => bytes > limit).map(({ what }) => `${what} is over its limit`),
  ...(chartChunks.length === 0 ? ['no chunk holds chart.js, so nothing of it was measured'] : []),
  ...(atStart(allChunks).some(drawsCharts) ? ['chart.js is loaded at the start, not on demand'] : []),
];

console.log('minified, gzipped, dependencies included');
for (const { what, bytes, limit } of table) {
  console.log(`${what.padEnd(48)} ${(bytes / kB).toFixed(1).padStart(6)} kB of ${limit / kB} kB`);
}
for (const [what, chunks] of /** @type {const} */ ([
  ['counted above: elements, loaded on demand', elements.filter((chunk) => !atStart(allChunks).includes(chunk))],
  ['not counted: languages other than English', languages],
  ['not counted: worker, loaded on demand', workerChunks.filter((chunk) => !workerStart.includes(chunk))],
])) {
  const { bytes } = row(what, chunks, Infinity);
  console.log(`${what.padEnd(48)} ${(bytes / kB).toFixed(1).padStart(6)} kB in ${chunks.length} files`);
}
for (const fault of faults) console.error(`FAULT: ${fault}`);
process.exitCode = faults.length === 0 ? 0 : 1;

/**
 * @param {string} source the code of an entry
 * @returns {Promise<Chunk[]>}
 */
async function bundle(source) {
  const entry = path.join(root, 'size-entry.js');
  const result = await build({
    configFile: false,
    root,
    logLevel: 'error',
    publicDir: false,
    resolve: { conditions: ['source', ...defaultClientConditions] },
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: [
      minifyLiterals(),
      {
        name: 'size-entry',
        resolveId: (id) => (id === entry ? id : null),
        load: (id) => (id === entry ? source : null),
      },
    ],
    build: {
      target: 'es2022',
      write: false,
      // As a library: else Vite adds a helper of its own to every dynamic import.
      lib: { entry, formats: ['es'] },
      rolldownOptions: {
        // As Vite builds a page: what the entry shares with a part that is loaded later stays in the entry's file.
        preserveEntrySignatures: 'allow-extension',
        output: { minify: { compress: true, mangle: true, codegen: true }, comments: false },
      },
    },
  });
  const { output } = /** @type {{ output: any[] }} */ (Array.isArray(result) ? result[0] : result);
  const strangers = output.filter((file) => file.type !== 'chunk').map((file) => file.fileName);
  if (strangers.length > 0) throw new Error(`These files would not be counted: ${strangers.join(', ')}`);
  return output;
}

/**
 * What some elements load to show themselves: all but other languages, chart.js and other libraries that come on demand,
 * and what a reader opens. As one text: how the files are cut changes with every element, and is not what one adds.
 * @param {readonly string[]} names
 */
async function drawnBytes(names) {
  const chunks = await bundle(entryOf(names) + shared);
  const counted = chunks.filter((chunk) => !isLanguage(chunk) && !isLibrary(chunk) && !isOpened(chunk));
  return gzipSync(counted.map(({ code }) => code).join(''), { level: 9 }).length;
}

/** @param {Chunk[]} chunks what is loaded before anything is asked for */
function atStart(chunks) {
  return reachable(
    chunks.filter((chunk) => chunk.isEntry),
    chunks,
  );
}

/**
 * @param {Chunk[]} from
 * @param {Chunk[]} all
 * @returns {Chunk[]} these and all that is loaded with them
 */
function reachable(from, all) {
  const seen = new Set(from);
  for (const { imports } of seen) {
    for (const next of all.filter(({ fileName }) => imports.includes(fileName))) seen.add(next);
  }
  return [...seen];
}

/** @param {Chunk} chunk */
function drawsCharts({ moduleIds }) {
  return moduleIds.some((id) => id.includes('/node_modules/chart.js/'));
}

/** @param {Chunk} chunk a file of a library (chart.js, the calendar), or of ours around it, that is loaded on demand */
function isLibrary({ moduleIds, isEntry }) {
  return !isEntry && moduleIds.some((id) => /\/node_modules\/(chart\.js|cally|atomico)\/|\/days-kit\.ts$/.test(id));
}

/** @param {Chunk} chunk a file that is loaded when a reader opens a part of one element: an editor, choices, another view */
function isOpened({ moduleIds, isEntry }) {
  return !isEntry && moduleIds.some((id) => openedKit.test(id));
}

/** @param {Chunk} chunk */
function openedName({ moduleIds }) {
  const id = moduleIds.find((one) => openedKit.test(one)) ?? '';
  return path.relative(path.join(root, 'src/elements'), id);
}

/** @param {Chunk} chunk a file that begins with the kit which a chart loads with its first answer */
function isDrawingKit({ moduleIds }) {
  return moduleIds.some((id) => id.endsWith('/trend-chart/trend-kit.ts'));
}

/** @param {Chunk} chunk a file that holds texts in another language than English, and nothing else */
function isLanguage({ moduleIds }) {
  return moduleIds.every((id) => /\/src\/i18n\/.+\/(?!en\.ts$)[a-z]{2}(-[a-z]+)?\.ts$/i.test(id));
}

/**
 * @param {string} what
 * @param {Chunk[]} chunks
 * @param {number} limit in kB
 * @returns {Row}
 */
function row(what, chunks, limit) {
  const bytes = chunks.reduce((sum, { code }) => sum + gzipSync(code, { level: 9 }).length, 0);
  return { what, bytes, limit: limit * kB };
}

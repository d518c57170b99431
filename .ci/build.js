import { execFileSync } from 'node:child_process';
import { copyFileSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { build, defaultClientConditions } from 'vite';
import { minifyLiterals } from './minify-literals.js';

const root = path.resolve(import.meta.dirname, '..');
const at = (/** @type {string} */ file) => path.join(root, file);
const conditions = ['source', ...defaultClientConditions];

/** What hosts install beside this package, so that it is in their page once. Everything in node_modules is such. */
const isDependency = (/** @type {string} */ id) => !/^(\.|\/|#|\0|[A-Za-z]:|@oxc-project\/runtime)/.test(id);

// Whoever calls this may be a test: what is published is for production all the same.
process.env['NODE_ENV'] = 'production';

rmSync(at('dist'), { recursive: true, force: true });
await buildModules();
await buildCdnFile();
declarations();
editorData();
copyFileSync(at('src/contract/openapi.yaml'), at('dist/openapi.yaml'));

/** One file a source file, so that a host's bundler takes what it uses and a debugger shows what was written. */
async function buildModules() {
  await build({
    configFile: false,
    root,
    logLevel: 'warn',
    publicDir: false,
    resolve: { conditions },
    plugins: [minifyLiterals()],
    build: {
      target: 'es2022',
      outDir: 'dist',
      emptyOutDir: false,
      sourcemap: true,
      minify: false,
      lib: { entry: entries(), formats: ['es'] },
      rolldownOptions: {
        external: isDependency,
        output: { preserveModules: true, preserveModulesRoot: at('src'), entryFileNames: '[name].js' },
      },
    },
  });
}

/** One self-contained file for a plain `<script type="module">`. */
async function buildCdnFile() {
  await build({
    configFile: false,
    root,
    logLevel: 'warn',
    publicDir: false,
    resolve: { conditions },
    plugins: [minifyLiterals()],
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      target: 'es2022',
      outDir: 'dist/cdn',
      emptyOutDir: false,
      sourcemap: true,
      lib: { entry: at('src/cdn.ts'), formats: ['es'], fileName: () => 'miniapp-analytics.min.js' },
      rolldownOptions: {
        output: {
          codeSplitting: false,
          comments: { legal: true, annotation: false, jsdoc: false },
          // Vite keeps white space in library builds; rolldown itself finishes the job.
          minify: { compress: true, mangle: true, codegen: true },
        },
      },
    },
  });
}

/** The mocks are declared after src, against its declarations, because they are a root of their own. */
function declarations() {
  const tsc = at('node_modules/typescript/bin/tsc');
  for (const project of ['tsconfig.build.json', 'tsconfig.build.mocks.json']) {
    execFileSync(process.execPath, [tsc, '-p', at(project)], { cwd: root, stdio: 'inherit' });
  }
}

/** The manifest in the forms that editors read. */
function editorData() {
  execFileSync(
    process.execPath,
    [at('node_modules/@custom-elements-manifest/analyzer/cem.js'), 'analyze', '--quiet', '--outdir', 'dist'],
    {
      cwd: root,
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, EDITOR_DATA: 'dist' },
    },
  );
}

function entries() {
  const elements = readdirSync(at('src/elements'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'base')
    .map(({ name }) => at(`src/elements/${name}/${name}.ts`));
  const rooms = [
    'index',
    'define',
    'react',
    'client/index',
    'engine/index',
    'warehouse/index',
    'server/index',
    'serve',
    'conform',
    'command',
    'contract/index',
    'conformance/index',
  ];
  return [...rooms.map((name) => at(`src/${name}.ts`)), at('mocks/index.ts'), ...elements];
}

import js from '@eslint/js';
import { defineConfig } from 'eslint/config';
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import { importX } from 'eslint-plugin-import-x';
import { configs as lit } from 'eslint-plugin-lit';
import { configs as wc } from 'eslint-plugin-wc';
import globals from 'globals';
import tseslint from 'typescript-eslint';
import { noStyleAttribute } from './.ci/lint/no-style-attribute.js';
import { roomArrows } from './.ci/lint/rooms.js';

const house = { rules: { 'room-arrows': roomArrows, 'no-style-attribute': noStyleAttribute } };

const noOwnClock = [
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'The clock is injected; take the time as an argument.',
  },
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'The clock is injected; take the time as an argument.',
  },
];

export default defineConfig(
  {
    ignores: [
      'dist/**',
      'coverage/**',
      'storybook-static/**',
      'tests/fixtures/**',
      'tests/package/consumer/**',
      'docs/console/dist/**',
      'src/contract/generated/**',
      '**/*.d.ts',
    ],
  },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, lit['flat/recommended'], wc['flat/best-practice']],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      // Under `verbatimModuleSyntax` an import of inline types stays an import at run time.
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
      '@typescript-eslint/no-import-type-side-effects': 'error',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // A typed array or a checked index is read far too often for this rule to tell the bad ones from the good.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unnecessary-condition': [
        'error',
        { allowConstantLoopConditions: 'only-allowed-literals' },
      ],
      // Lit's own classes have these callbacks, the rule cannot see it.
      'wc/guard-super-call': 'off',
    },
  },
  {
    files: ['{src,mocks}/**/*.ts'],
    plugins: { house, 'import-x': importX },
    settings: {
      'import-x/extensions': ['.ts'],
      'import-x/parsers': { '@typescript-eslint/parser': ['.ts'] },
      'import-x/resolver-next': [
        createTypeScriptImportResolver({
          project: 'tsconfig.json',
          conditionNames: ['source', 'types', 'import', 'default'],
        }),
      ],
    },
    rules: {
      'house/room-arrows': 'error',
      'house/no-style-attribute': 'error',
      'import-x/no-cycle': ['error', { ignoreExternal: true }],
      'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }],
      'no-eval': 'error',
      'no-implied-eval': 'off',
      'no-new-func': 'error',
      'no-restricted-imports': [
        'error',
        {
          paths: [
            {
              name: 'lit/directives/style-map.js',
              message: 'It writes style attributes, which a strict page ignores.',
            },
            { name: 'lit/directives/unsafe-html.js', message: 'Every text is a text, never markup.' },
          ],
        },
      ],
    },
  },
  {
    files: ['src/{contract,time,reporting,engine,warehouse,format,i18n,theme,charts}/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...noOwnClock] },
  },
  {
    files: ['{tests,stories,docs}/**/*.ts'],
    plugins: { house },
    rules: {
      'house/no-style-attribute': 'off',
      // chai's assertions are property reads
      '@typescript-eslint/no-unused-expressions': 'off',
      // … and @open-wc/testing types `equal` as a promise, which it is not.
      '@typescript-eslint/no-floating-promises': ['error', { allowForKnownSafeCalls: ['Equal'] }],
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-unnecessary-condition': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    files: ['**/*.{js,mjs}'],
    languageOptions: { globals: globals.node },
  },
  {
    files: ['docs/**/*.js'],
    languageOptions: { globals: globals.browser },
  },
);

import { defineConfig, globalIgnores } from 'eslint/config';
import astro from 'eslint-plugin-astro';
import tseslint from 'typescript-eslint';

/** What is written by a tool, or is a learner's text on purpose. */
const ignored = globalIgnores([
  'dist/',
  '.build/',
  '.astro/',
  'coverage/',
  'public/',
  'labs/*/starter.ts',
  'labs/*/mutants/',
  '**/*.generated.*',
]);

/** Files whose tool expects a default export. */
const defaultExports = [
  '*.config.{ts,js,mjs}',
  '.dependency-cruiser.mjs',
  'tests/**/vitest.config.ts',
  'tests/**/global-setup.ts',
  'content/scenarios/*.ts',
  'labs/*/lab.ts',
  'labs/*/suite/**/*.ts',
  '**/*.d.ts',
];

export default defineConfig(
  ignored,
  tseslint.configs.strict,
  ...astro.configs['flat/recommended'],
  {
    rules: {
      eqeqeq: ['error', 'always'],
      'no-console': 'off',
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportDefaultDeclaration', message: 'Export by name.' },
        { selector: 'TSEnumDeclaration', message: 'Use a union of string literals.' },
      ],
      'object-shorthand': 'error',
      'prefer-const': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_' },
      ],
    },
  },
  {
    files: ['**/*.ts', '**/*.tsx'],
    ignores: ['**/*.astro/*.ts'],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      '@typescript-eslint/no-unnecessary-type-assertion': 'error',
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
    },
  },
  { files: defaultExports, rules: { 'no-restricted-syntax': 'off' } },
  {
    files: ['**/*.test.ts'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off' },
  },
);

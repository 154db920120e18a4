import tseslint from 'typescript-eslint';
import { importLaw } from './build/lint/import-law.ts';
import { noUntranslated } from './build/lint/no-untranslated.ts';

const root = import.meta.dirname;
const house = { rules: { 'import-law': importLaw, 'no-untranslated': noUntranslated } };

const config = tseslint.config(
  { ignores: ['dist/**', 'release/**', 'node_modules/**', '.cache/**', 'test-results/**', 'playwright-report/**', '**/*.mjs', '**/*.js'] },
  {
    files: ['**/*.ts', '**/*.tsx'],
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    languageOptions: { parser: tseslint.parser, parserOptions: { project: './tsconfig.json', tsconfigRootDir: root } },
    plugins: { '@typescript-eslint': tseslint.plugin, house },
    rules: {
      'house/import-law': ['error', { root }],
      'no-console': 'error',
      'no-debugger': 'error',
      'no-eval': 'error',
      'no-empty': 'error',
      'prefer-const': 'error',
      'eqeqeq': 'error',
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportDefaultDeclaration', message: 'Named exports only.' },
        { selector: 'AssignmentExpression[left.property.name=/^(innerHTML|outerHTML)$/]', message: 'Markup is built as nodes, never as a string.' },
        { selector: 'CallExpression[callee.property.name=/^(insertAdjacentHTML|setHTMLUnsafe|parseHTMLUnsafe)$/]', message: 'Markup is built as nodes, never as a string.' },
        { selector: 'JSXAttribute[name.name="dangerouslySetInnerHTML"]', message: 'Markup is built as nodes, never as a string.' },
      ],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-unnecessary-type-assertion': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/ban-ts-comment': 'error',
    },
  },
  { files: ['renderer/**/*.tsx'], rules: { 'house/no-untranslated': 'error' } },
);

export { config as default };

import astro from 'eslint-plugin-astro'
import { defineConfig } from 'eslint/config'
import tseslint from 'typescript-eslint'
import { impure } from './floors.mjs'
import { floorsRule } from './scripts/floors-rule.mjs'

const CODE = ['**/*.{ts,tsx,mjs}']
const TYPED = ['**/*.{ts,tsx}']
const TESTS = ['**/*.{test,contract}.{ts,tsx}', 'e2e/**']
const ASTRO = ['**/*.astro', '**/*.astro/*.ts']
const TOOLS = ['scripts/**', 'bench/**', 'evals/**', 'server.mjs']
const DEFAULT_EXPORTS = ['*.config.{mjs,ts}', 'src/content.config.ts', 'src/pages/**']

const noDefaultExport = [
  {
    selector: 'ExportDefaultDeclaration, ExportSpecifier[exported.name="default"]',
    message: 'Export by name, so that every import uses the same one.',
  },
]

export default defineConfig(
  { ignores: ['src/content', 'dist', '.astro', '.build', '.data', '.vercel', 'coverage'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  ...astro.configs['flat/recommended'],
  { files: CODE, languageOptions: { parser: tseslint.parser } },
  {
    files: [...CODE, ...ASTRO],
    plugins: { house: { rules: { floors: floorsRule } }, '@typescript-eslint': tseslint.plugin },
    rules: {
      'house/floors': ['error', { root: import.meta.dirname }],
      'max-lines': ['error', 300],
      'no-console': 'error',
      'no-debugger': 'error',
      'no-restricted-syntax': ['error', ...noDefaultExport],
      'no-var': 'error',
      'prefer-const': 'error',
      '@typescript-eslint/no-unused-vars': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/ban-ts-comment': 'error',
    },
  },
  {
    files: TYPED,
    ignores: ['**/*.astro/*.ts'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      'max-lines-per-function': ['error', 60],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/no-unnecessary-type-assertion': 'error',
      '@typescript-eslint/no-unsafe-argument': 'error',
      '@typescript-eslint/no-unsafe-assignment': 'error',
      '@typescript-eslint/no-unsafe-call': 'error',
      '@typescript-eslint/no-unsafe-member-access': 'error',
      '@typescript-eslint/no-unsafe-return': 'error',
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true, requireDefaultForNonUnion: true },
      ],
    },
  },
  { files: ['**/*.tsx'], rules: { 'max-lines-per-function': ['error', 120] } },
  { files: ['**/*.mjs'], rules: { 'max-lines-per-function': ['error', 60] } },
  {
    files: TESTS,
    rules: {
      'max-lines-per-function': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  { files: TOOLS, rules: { 'no-console': 'off' } },
  { files: DEFAULT_EXPORTS, rules: { 'no-restricted-syntax': 'off' } },
  {
    files: ['src/domain/**/*.ts'],
    ignores: TESTS,
    rules: {
      'no-restricted-globals': ['error', ...impure.globals],
      'no-restricted-properties': [
        'error',
        ...impure.properties.map(([object, property]) => ({
          object,
          property,
          message: 'The domain is pure.',
        })),
      ],
      'no-restricted-syntax': ['error', ...noDefaultExport, ...impure.syntax],
    },
  },
)

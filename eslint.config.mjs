/**
 * The house rules that a machine can check. No file may switch one off for itself: what does not fit is changed here,
 * for everyone, with a reason.
 */
import js from '@eslint/js'
import vue from 'eslint-plugin-vue'
import { defineConfig, globalIgnores } from 'eslint/config'
import tseslint from 'typescript-eslint'

export default defineConfig(
  globalIgnores(['out/', 'demo/', 'node_modules/', 'test-results/', 'playwright-report/']),
  {
    linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' },
  },
  js.configs.recommended,
  tseslint.configs.recommendedTypeChecked,
  vue.configs['flat/recommended-error'],
  vue.configs['no-layout-rules'],
  {
    files: ['**/*.ts', '**/*.vue'],
    languageOptions: {
      parserOptions: { parser: tseslint.parser, projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      // The compiler knows the globals of each room better than a list here would.
      'no-undef': 'off',
      'no-unused-vars': 'off',
    },
  },
  {
    rules: {
      'max-lines': ['error', 300],
      eqeqeq: 'error',
      'no-console': 'error',
      // Text from outside is cleaned of control characters with patterns that name them.
      'no-control-regex': 'off',
      'preserve-caught-error': 'error',
      // A Playwright fixture says by an empty pattern that it needs no other.
      'no-empty-pattern': ['error', { allowObjectPatternsAsParameters: true }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
      '@typescript-eslint/no-unnecessary-type-assertion': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      // Numbers in sentences are everyday; anything else in a template string is a slip.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // An async function without await is how a synchronous answer meets a promised interface.
      '@typescript-eslint/require-await': 'off',
    },
  },
  {
    // Rules that ask the compiler would start it afresh for every component, for minutes on end. A component's work is in
    // its composable, which they do see; its types are vue-tsc's.
    files: ['**/*.vue'],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: { parserOptions: { projectService: false } },
    rules: {
      'vue/no-v-html': 'error',
      'vue/multi-word-component-names': 'off',
      'vue/block-lang': ['error', { script: { lang: 'ts' } }],
      'vue/component-api-style': ['error', ['script-setup']],
      // TypeScript says which props may be absent, and what absence means.
      'vue/require-default-prop': 'off',
    },
  },
  {
    // What the command line and the launchers say to a person is their work, not a left-over.
    files: ['src-main/hosts/**', 'scripts/**', 'e2e/**'],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['**/*.mjs', '**/*.cjs'],
    extends: [tseslint.configs.disableTypeChecked],
    // Named by the compiler too, where it reads JavaScript (scripts/), and few enough elsewhere.
    rules: { 'no-undef': 'off' },
  },
)

/** Lint rules: strict typed checks, the layers of docs/architecture.md, no import cycles, no default exports. */
import eslint from '@eslint/js'
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript'
import importX from 'eslint-plugin-import-x'
import { defineConfig } from 'eslint/config'
import tseslint from 'typescript-eslint'

/**
 * Who may import whom: `folder → folders of server/src, then packages`. A folder may always import itself. What is not listed is an
 * error, so a new dependency between layers is a change of this table and of the architecture page.
 */
const layers = {
  base: { folders: [], packages: [] },
  models: { folders: ['base'], packages: ['typescript'] },
  facts: { folders: ['models', 'base'], packages: ['typescript'] },
  callgraph: { folders: ['facts', 'models', 'base'], packages: [] },
  flow: { folders: ['callgraph', 'facts', 'models', 'base'], packages: [] },
  rules: { folders: ['flow', 'callgraph', 'facts', 'models', 'base'], packages: ['node:crypto'] },
  'rules/fixes': { folders: ['rules', 'flow', 'callgraph', 'facts', 'models', 'base'], packages: ['typescript'] },
  project: { folders: ['models', 'base'], packages: ['typescript', 'ignore', 'node:fs', 'node:path', 'node:crypto'] },
  audit: { folders: ['rules', 'flow', 'callgraph', 'facts', 'models', 'project', 'base'], packages: ['node:crypto'] },
  report: { folders: ['audit', 'rules', 'flow', 'base'], packages: ['sarif'] },
  lsp: {
    folders: ['audit', 'rules', 'flow', 'base'],
    packages: ['vscode-languageserver', 'vscode-languageserver-textdocument', 'vscode-uri', 'node:path', 'node:url'],
  },
  cli: { folders: ['report', 'audit', 'base'], packages: ['commander', 'diff', 'node:child_process', 'node:fs', 'node:path'] },
}

const escape = (text) => text.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&')

/** The client speaks to the server through the protocol types alone. */
const clientImports = {
  files: ['client/src/**/*.ts'],
  rules: {
    '@typescript-eslint/no-restricted-imports': [
      'error',
      { patterns: [{ regex: 'server/(?!src/lsp/protocol$)', message: 'The client may import server/src/lsp/protocol only.' }] },
    ],
  },
}

function layerRule(folder) {
  const { folders, packages } = layers[folder]
  const own = folder.split('/')[0]
  const allowed = [own, ...folders].map(escape).join('|')
  const bare = packages.map((name) => `${escape(name)}(?:/|$)`).join('|')
  return {
    files: [`server/src/${folder}/**/*.ts`],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          patterns: [
            // `../flow/walk` from a layer's file, `../../flow/walk` from its subfolder; `../walk` from a subfolder stays inside.
            {
              regex: `^(?:\\.\\./)+(?=(?:${Object.keys(layers)
                .filter((name) => !name.includes('/'))
                .join('|')})/)(?!(?:${allowed})/)`,
              message: `${folder} may import ${folders.length === 0 ? 'no other layer' : folders.join(', ')} (eslint.config.mjs, docs/architecture.md).`,
            },
            {
              regex: bare === '' ? '^[^.]' : `^(?!\\.|${bare})`,
              message: `${folder} may use ${packages.length === 0 ? 'no package' : packages.join(', ')} (eslint.config.mjs, docs/architecture.md).`,
            },
          ],
        },
      ],
    },
  }
}

export default defineConfig(
  {
    ignores: ['dist/', 'out/', 'coverage/', '.cache/', '.vscode-test/', 'samples/', 'server/src/models/**/*.d.ts', 'test/**/fixtures/', 'test/**/workspaces/'],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.ts'],
    extends: [eslint.configs.recommended, tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    plugins: { 'import-x': importX },
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    settings: {
      // Without these two, no-cycle follows imports into .js files only and finds nothing.
      'import-x/extensions': ['.ts'],
      'import-x/parsers': { '@typescript-eslint/parser': ['.ts'] },
      'import-x/resolver-next': [createTypeScriptImportResolver({ project: 'tsconfig.json' })],
    },
    rules: {
      'import-x/no-cycle': 'error',
      'import-x/no-default-export': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      eqeqeq: ['error', 'always'],
    },
  },
  ...Object.keys(layers).map(layerRule),
  clientImports,
  {
    files: ['**/*.mjs'],
    extends: [eslint.configs.recommended],
    languageOptions: {
      globals: Object.fromEntries(
        ['process', 'console', 'URL', 'setTimeout', 'clearTimeout', 'fetch', 'performance', 'Buffer'].map((name) => [name, 'readonly']),
      ),
    },
  },
)

/**
 * Builds everything that ships into `dist/`: client, language server, CLI, audit panel, catalogue.
 * `--watch` rebuilds on change; `--production` leaves source maps out.
 */
import * as esbuild from 'esbuild'
import { cp, mkdir, rm } from 'node:fs/promises'

const watch = process.argv.includes('--watch')
const production = process.argv.includes('--production')

/** Server and CLI share one bundled compiler instead of carrying nine megabytes each. */
const sharedCompiler = {
  name: 'shared-compiler',
  setup(build) {
    build.onResolve({ filter: /^typescript$/ }, () => ({ path: './typescript.js', external: true }))
  },
}

const common = { bundle: true, sourcemap: !production, logLevel: 'warning', legalComments: 'linked', outdir: 'dist' }
const node = { ...common, platform: 'node', target: 'node20', format: 'cjs' }

const bundles = [
  { ...node, entryPoints: { client: 'client/src/extension.ts' }, external: ['vscode'] },
  { ...node, entryPoints: { server: 'server/src/lsp/main.ts' }, plugins: [sharedCompiler] },
  { ...node, entryPoints: { cli: 'server/src/cli/main.ts' }, plugins: [sharedCompiler], banner: { js: '#!/usr/bin/env node' } },
  { ...node, entryPoints: { typescript: 'typescript' }, sourcemap: false, minify: true },
  {
    ...common,
    entryPoints: { panel: 'client/src/panel/main.ts' },
    platform: 'browser',
    target: 'es2022',
    format: 'iife',
    minify: production,
  },
]

await rm('dist', { recursive: true, force: true })
await mkdir('dist', { recursive: true })
await cp('server/src/models', 'dist/models', { recursive: true, filter: (path) => path.endsWith('models') || path.endsWith('.d.ts') })

for (const file of ['codicon.css', 'codicon.ttf']) await cp(`node_modules/@vscode/codicons/dist/${file}`, `dist/codicons/${file}`)

console.log('Building.')
if (watch) {
  for (const bundle of bundles) await (await esbuild.context(bundle)).watch()
  console.log('Watching.')
} else {
  const results = await Promise.allSettled(bundles.map((bundle) => esbuild.build(bundle)))
  if (results.some((result) => result.status === 'rejected')) process.exitCode = 1
}

/** Starts the language server on the transport that the command line names (`--stdio`, `--node-ipc`, …). */
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node'
import { createAuditor } from '../audit/createAuditor'
import { startServer } from './server'

startServer(createConnection(ProposedFeatures.all), {
  createAuditor,
  modelsDirectory: join(__dirname, 'models'),
  rulePage: pathToFileURL(join(__dirname, '..', 'docs', 'rules', 'post-payment-rollback.md')).href,
  pause: 200,
})

/**
 * The `models/index.js` that `sequelize init` writes: it reads its folder and puts every model that the files make under the model's name. In its
 * place stands a list of them, with the columns that the files give them.
 */
import type { FilePath } from '../base/location'
import type { Disk } from './disk'
import { directoryOf, joinPath } from './paths'

const indexPath = /\/(?:models?|db|database|entities)\/index\.[cm]?[jt]s$/i

export function isModelIndexPath(path: FilePath): boolean {
  return indexPath.test(path)
}

export function readsItsFolder(text: string): boolean {
  return /\breaddir(?:Sync)?\b/.test(text) && /\bsequelize\b/i.test(text) && /\[\s*\w+\.name\s*\]\s*=/.test(text)
}

export function modelIndex(disk: Disk, path: FilePath, text: string): string {
  const isModule = /^\s*export\b/m.test(text)
  const models = modelsBeside(disk, path).map(({ name, columns }) => `  ${name}: sequelize.define('${name}', ${columns}),`)
  return [
    isModule ? `import { DataTypes, Sequelize } from 'sequelize'` : `const { DataTypes, Sequelize } = require('sequelize')`,
    `const sequelize = new Sequelize()`,
    `const db = {\n  sequelize,\n  Sequelize,\n${models.join('\n')}\n}`,
    isModule ? `export { db, sequelize }\nexport default db` : `module.exports = db`,
    '',
  ].join('\n')
}

interface Model {
  readonly name: string
  /** The object literal that names the columns, as it is written. */
  readonly columns: string
}

function modelsBeside(disk: Disk, path: FilePath): readonly Model[] {
  const directory = directoryOf(path)
  const listing = disk.list(directory)
  if (!listing.ok) return []
  const found = new Map<string, Model>()
  for (const { name: file, kind } of [...listing.entries].sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (kind === 'directory' || !/\.[cm]?[jt]s$/.test(file) || file.startsWith('index.')) continue
    const read = disk.readFile(joinPath(directory, file))
    const model = read.ok ? modelIn(read.text) : null
    if (model !== null) found.set(model.name, model)
  }
  return [...found.values()]
}

/** `sequelize.define('Order', { … })`, or `class Order extends Model` with `Order.init({ … })`. */
function modelIn(text: string): Model | null {
  const defined = /\.define\(\s*(['"`])([A-Za-z_$][\w$]*)\1/.exec(text)
  if (defined?.[2] !== undefined) return { name: defined[2], columns: objectAfter(text, defined.index) }
  const declared = /\bclass\s+([\w$]+)\s+extends\s+(?:\w+\.)?Model\b/.exec(text)?.[1]
  if (declared === undefined) return null
  const started = text.indexOf(`${declared}.init(`)
  return { name: /\bmodelName\s*:\s*(['"`])([A-Za-z_$][\w$]*)\1/.exec(text)?.[2] ?? declared, columns: started < 0 ? '{}' : objectAfter(text, started) }
}

/** Braces in texts and comments would mislead it: then there are no columns. */
function objectAfter(text: string, start: number): string {
  const open = text.indexOf('{', start)
  let depth = 0
  for (let at = open; at >= 0 && at < text.length; at++) {
    if (text[at] === '{') depth++
    if (text[at] === '}' && --depth === 0) return text.slice(open, at + 1)
  }
  return '{}'
}

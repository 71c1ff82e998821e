/** Finding the client object to call: one already at hand in the code, else one of the workspace, imported. */
import ts from 'typescript'
import type { FilePath } from '../../../base/location'
import type { TextChange } from '../fix'
import type { WorkspaceClient, WorkspaceFacts } from '../workspace'
import { chainRoot, isPlainPath } from '../source/chains'
import { importInto, specifierFor } from '../source/imports'
import { isVisible } from '../source/scope'
import { openSource, textOf, walk, type Source } from '../source/source'
import type { Provider } from './providers'

export interface Reached {
  readonly text: string
  readonly changes: readonly TextChange[]
}

export type ReadFile = (file: FilePath) => string | undefined

/** The provider's client, as an expression that works at a node. */
export function reachProvider(source: Source, at: ts.Node, provider: Provider, workspace: WorkspaceFacts, readFile: ReadFile): Reached | null {
  const near = clientInSight(source, at, provider)
  if (near !== null) return { text: near, changes: [] }
  const candidates = workspace.clients.filter((client) => client.library === provider.library && provider.clients.includes(client.type))
  const usable = candidates.filter(({ file, name }) => !source.typed || !mayBeAbsent(file, name, readFile))
  return reachValue(source, at, usable, workspace, readFile)
}

/** `export const stripe = key ? new Stripe(key) : null`: a call on it would not compile. */
function mayBeAbsent(file: FilePath, name: string, readFile: ReadFile): boolean {
  const text = readFile(file)
  const declaring = text === undefined ? null : openSource(file, text)
  if (declaring === null) return false
  for (const statement of declaring.tree.statements) {
    if (!ts.isVariableStatement(statement)) continue
    for (const declaration of statement.declarationList.declarations) {
      if (!ts.isIdentifier(declaration.name) || declaration.name.text !== name) continue
      const { initializer, type } = declaration
      const branches = initializer !== undefined && ts.isConditionalExpression(initializer) ? [initializer.whenTrue, initializer.whenFalse] : []
      return (
        branches.some((branch) => branch.kind === ts.SyntaxKind.NullKeyword || textOf(declaring, branch) === 'undefined') ||
        (type !== undefined && /\b(null|undefined)\b/.test(textOf(declaring, type)))
      )
    }
  }
  return false
}

/** The first candidate that can be named at a node: of the same file, else exported. */
export function reachValue(
  source: Source,
  at: ts.Node,
  candidates: readonly Pick<WorkspaceClient, 'file' | 'name' | 'exportName'>[],
  workspace: WorkspaceFacts,
  readFile: ReadFile,
): Reached | null {
  const own = candidates.find((candidate) => candidate.file === source.file)
  if (own !== undefined && isVisible(source, own.name, at)) return { text: own.name, changes: [] }
  for (const candidate of candidates) {
    if (candidate.exportName === null || candidate.file === source.file || packageOf(candidate.file, readFile) !== packageOf(source.file, readFile)) continue
    const specifier = specifierFor(source, candidate.file, readFile, workspace.moduleSpecifier)
    const imported = importInto(source, { specifier, exportName: candidate.exportName, name: candidate.name })
    return { text: imported.name, changes: imported.changes }
  }
  return null
}

/** `stripe` where the file says `stripe.webhooks` or `const stripe = new Stripe(…)`, `this.stripe` within the same class. */
function clientInSight(source: Source, at: ts.Node, provider: Provider): string | null {
  const found = new Map<string, number>()
  const vote = (text: string, weight: number): void => {
    found.set(text, (found.get(text) ?? 0) + weight)
  }
  walk(source.tree, (node) => {
    // Only what is called is a client: `intent.charges.data` is a payment.
    if (ts.isPropertyAccessExpression(node) && provider.members.includes(node.name.text) && isCalledThrough(node)) {
      const holder = node.expression
      const call = ts.isCallExpression(holder) && holder.arguments.length === 0 && isPlainPath(holder.expression)
      if ((isPlainPath(holder) || call) && looksLikeClient(textOf(source, holder), provider) && reachable(source, holder, at)) vote(textOf(source, holder), 1)
    }
    if (ts.isVariableDeclaration(node) && ts.isIdentifier(node.name) && node.initializer !== undefined) {
      const made = ts.isAwaitExpression(node.initializer) ? node.initializer.expression : node.initializer
      const creates = ts.isNewExpression(made) && ts.isIdentifier(made.expression) && provider.clients.includes(made.expression.text)
      if (creates && isVisible(source, node.name.text, at)) vote(node.name.text, 100)
    }
    return undefined
  })
  let best: string | null = null
  for (const [text, votes] of found) if (best === null || votes > (found.get(best) ?? 0)) best = text
  return best
}

/** `stripe.refunds.create(…)`, `stripe.checkout.sessions.create(…)`. */
function isCalledThrough(node: ts.PropertyAccessExpression): boolean {
  let outer: ts.Node = node
  for (let depth = 0; depth < 3 && ts.isPropertyAccessExpression(outer.parent) && outer.parent.expression === outer; depth++) outer = outer.parent
  return (
    outer !== node && ts.isCallExpression(outer.parent) && outer.parent.expression === outer && !/^(map|find|filter|some|forEach|at)$/.test(lastName(outer))
  )
}

function lastName(node: ts.Node): string {
  return ts.isPropertyAccessExpression(node) ? node.name.text : ''
}

/** The class itself (`Stripe.webhooks`) is not a client, nor is a payment. */
function looksLikeClient(text: string, provider: Provider): boolean {
  if (provider.clients.includes(text) || /(intent|session|event|charge|invoice|subscription|object)$/i.test(text)) return false
  const last = (/([\w$]+)(?:\(\))?$/.exec(text)?.[1] ?? '').toLowerCase()
  return (
    last.includes(provider.library.slice(0, 5)) ||
    /client|gateway|payment|^pay|api$/.test(last) ||
    provider.clients.some((name) => last.includes(name.toLowerCase()))
  )
}

function reachable(source: Source, holder: ts.Expression, at: ts.Node): boolean {
  const root = chainRoot(holder)
  if (root.kind === ts.SyntaxKind.ThisKeyword) return classOf(holder) !== null && classOf(holder) === classOf(at)
  return ts.isIdentifier(root) && isVisible(source, root.text, at)
}

function classOf(node: ts.Node): ts.ClassLikeDeclaration | null {
  for (let parent = node.parent as ts.Node | undefined; parent !== undefined; parent = parent.parent as ts.Node | undefined) {
    if (ts.isClassLike(parent)) return parent
    if (ts.isFunctionDeclaration(parent) || ts.isFunctionExpression(parent)) return null
  }
  return null
}

/** The folder whose `package.json` rules a file: a relative import must not leave it. */
function packageOf(file: FilePath, readFile: ReadFile): string | null {
  for (
    let directory = file.slice(0, Math.max(0, file.lastIndexOf('/')));
    directory !== '';
    directory = directory.slice(0, Math.max(0, directory.lastIndexOf('/')))
  ) {
    if (readFile(`${directory}/package.json` as FilePath) !== undefined) return directory
  }
  return null
}

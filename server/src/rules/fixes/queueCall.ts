/** How a function of the team that queues a job wants to be called, read off its parameters. */
import ts from 'typescript'
import type { FilePath } from '../../base/location'
import { resolveRelative } from './source/imports'
import { isFunctionNode, walk, type FunctionNode } from './source/source'
import type { QueueCall, QueuePayload } from './workspace'

export type ReadFile = (file: FilePath) => string | undefined

/** Broken code is normal input: what can be read of a file counts. */
export function treeOf(file: FilePath, readFile: ReadFile): ts.SourceFile | null {
  const text = readFile(file)
  return text === undefined ? null : ts.createSourceFile(file, text, ts.ScriptTarget.ESNext, true)
}

/** Through parentheses and casts. */
export function functionIn(node: ts.Node | null): FunctionNode | null {
  if (node === null) return null
  if (isFunctionNode(node)) return node
  if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node) || ts.isSatisfiesExpression(node)) return functionIn(node.expression)
  return null
}

const calledName = /^(?:name|job|jobName|type|kind|event|eventName|eventType|task|taskName|topic|queue|queueName|action)$/

/** (name, payload) or (payload): what follows must be optional. Null: it wants something else. */
export function callOf(tree: ts.SourceFile, run: FunctionNode, readFile: ReadFile): QueueCall | null {
  const parameters = run.parameters.filter(({ name }) => !(ts.isIdentifier(name) && name.text === 'this'))
  const [first, second] = parameters
  if (first === undefined || first.dotDotDotToken !== undefined) return null
  const isOptional = (parameter: ts.ParameterDeclaration): boolean =>
    parameter.questionToken !== undefined || parameter.initializer !== undefined || parameter.dotDotDotToken !== undefined
  const cx: TypeContext = { tree, run, readFile, depth: 4 }
  const names = nameTypes(cx, first, second !== undefined)
  if (names !== null)
    return second === undefined || second.dotDotDotToken !== undefined || !parameters.slice(2).every(isOptional)
      ? null
      : { named: true, names, payload: payloadOf(cx, second) }
  return parameters.slice(1).every(isOptional) ? { named: false, names: [], payload: payloadOf(cx, first) } : null
}

interface TypeContext {
  readonly tree: ts.SourceFile
  readonly run: FunctionNode | null
  readonly readFile: ReadFile
  readonly depth: number
}

/** The strings a name may be, none for any; null: it is no name. */
function nameTypes(cx: TypeContext, { name, type }: ts.ParameterDeclaration, hasSecond: boolean): readonly string[] | null {
  if (type === undefined) return hasSecond && ts.isIdentifier(name) && calledName.test(name.text) ? [] : null
  return stringsOf(cx, type)
}

function stringsOf(cx: TypeContext, type: ts.TypeNode): readonly string[] | null {
  if (type.kind === ts.SyntaxKind.StringKeyword || ts.isTemplateLiteralTypeNode(type)) return []
  if (ts.isLiteralTypeNode(type) && ts.isStringLiteral(type.literal)) return [type.literal.text]
  if (ts.isParenthesizedTypeNode(type)) return stringsOf(cx, type.type)
  if (ts.isUnionTypeNode(type)) {
    const all = type.types.map((part) => stringsOf(cx, part))
    const known = all.filter((part) => part !== null)
    return known.length < all.length ? null : known.flat()
  }
  const alias = ts.isTypeReferenceNode(type) && ts.isIdentifier(type.typeName) ? declaredType(cx, type.typeName.text) : null
  return alias !== null && ts.isTypeAliasDeclaration(alias.node) ? stringsOf(alias.cx, alias.node.type) : null
}

function payloadOf(cx: TypeContext, { type }: ts.ParameterDeclaration): QueuePayload {
  return type === undefined ? { kind: 'any' } : payloadType(cx, type)
}

const opaque: QueuePayload = { kind: 'opaque' }

function payloadType(cx: TypeContext, type: ts.TypeNode): QueuePayload {
  switch (type.kind) {
    case ts.SyntaxKind.AnyKeyword:
    case ts.SyntaxKind.UnknownKeyword:
    case ts.SyntaxKind.ObjectKeyword:
      return { kind: 'any' }
    default:
  }
  if (ts.isParenthesizedTypeNode(type)) return payloadType(cx, type.type)
  if (ts.isTypeLiteralNode(type)) return payloadMembers(type.members)
  if (!ts.isTypeReferenceNode(type)) return opaque
  const name = type.typeName.getText(type.getSourceFile())
  if (name === 'Record') return { kind: 'any' }
  const [argument] = type.typeArguments ?? []
  if (/^(?:Readonly|Required|NoInfer)$/.test(name) && argument !== undefined) return payloadType(cx, argument)
  if (name === 'Stripe.Event') return { kind: 'event' }
  const generic = cx.run?.typeParameters?.find((parameter) => parameter.name.text === name)
  if (generic !== undefined) return generic.constraint === undefined ? { kind: 'any' } : payloadType(cx, generic.constraint)
  const declared = declaredType(cx, name)
  if (declared === null) return opaque
  const { node } = declared
  if (ts.isTypeAliasDeclaration(node)) return payloadType(declared.cx, node.type)
  return node.heritageClauses === undefined ? payloadMembers(node.members) : opaque
}

function payloadMembers(members: ts.NodeArray<ts.TypeElement>): QueuePayload {
  if (members.length === 0) return { kind: 'any' }
  const properties = members.filter(ts.isPropertySignature)
  const keyOf = ({ name }: ts.PropertySignature): readonly string[] => (ts.isIdentifier(name) || ts.isStringLiteral(name) ? [name.text] : [])
  const required = properties.filter(({ questionToken }) => questionToken === undefined)
  const open = members.some(ts.isIndexSignatureDeclaration)
  if (open && required.length === 0) return { kind: 'any' }
  // Where all may be left out, a payload with none of them says nothing.
  const keys = (required.length > 0 ? required : properties).flatMap(keyOf)
  return keys.length === 0 ? opaque : { kind: 'keys', keys }
}

/** An interface or alias of the same file, or of a relative module it is imported from. */
function declaredType(cx: TypeContext, name: string): { readonly node: ts.InterfaceDeclaration | ts.TypeAliasDeclaration; readonly cx: TypeContext } | null {
  if (cx.depth === 0) return null
  const inner: TypeContext = { ...cx, run: null, depth: cx.depth - 1 }
  for (const statement of cx.tree.statements) {
    if ((ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement)) && statement.name.text === name) return { node: statement, cx: inner }
    if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier)) continue
    const bindings = statement.importClause?.namedBindings
    if (bindings === undefined || !ts.isNamedImports(bindings)) continue
    const element = bindings.elements.find((candidate) => candidate.name.text === name)
    const target = element === undefined ? null : resolveRelative(cx.tree.fileName as FilePath, statement.moduleSpecifier.text, cx.readFile)
    const tree = target === null ? null : treeOf(target, cx.readFile)
    if (element !== undefined && tree !== null) return declaredType({ ...inner, tree }, (element.propertyName ?? element.name).text)
  }
  return null
}

export interface QueueWrapper {
  readonly queue: string
  readonly name: string
  /** Its declaration itself is exported. */
  readonly exports: boolean
  readonly call: QueueCall
}

/** Functions that do nothing but put a job on one of these queues: `(name, payload) => queue.add(name, payload)`. */
export function wrappersOf(tree: ts.SourceFile, queues: ReadonlySet<string>): readonly QueueWrapper[] {
  return tree.statements.flatMap((statement) =>
    functionsOf(statement).flatMap(([name, node]) => {
      const run = functionIn(node)
      const queue = run === null ? null : queueAlone(run, queues)
      const call = run === null ? null : callOf(tree, run, () => undefined)
      const exports = ts.canHaveModifiers(statement) && (ts.getModifiers(statement) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)
      return queue === null || call === null ? [] : [{ queue, name, exports, call }]
    }),
  )
}

function functionsOf(statement: ts.Statement): readonly (readonly [string, ts.Node])[] {
  if (ts.isFunctionDeclaration(statement)) return statement.name === undefined ? [] : [[statement.name.text, statement]]
  if (!ts.isVariableStatement(statement)) return []
  return statement.declarationList.declarations.flatMap(({ name, initializer }) =>
    ts.isIdentifier(name) && initializer !== undefined ? [[name.text, initializer] as const] : [],
  )
}

/** The queue whose `add` is all that the function does with its parameters. */
function queueAlone(run: FunctionNode, queues: ReadonlySet<string>): string | null {
  const { body } = run
  if (body === undefined) return null
  const calls: ts.CallExpression[] = []
  let plain = true as boolean
  walk(body, (node) => {
    if (ts.isIfStatement(node) || ts.isTryStatement(node) || ts.isIterationStatement(node, false) || ts.isThrowStatement(node) || isFunctionNode(node))
      plain = false
    if (ts.isCallExpression(node)) calls.push(node)
    return plain
  })
  const [call] = calls
  if (!plain || call === undefined || calls.length > 1 || !ts.isPropertyAccessExpression(call.expression)) return null
  const { expression, name } = call.expression
  if (!ts.isIdentifier(expression) || !queues.has(expression.text) || !/^(?:add|send|addJob)$/.test(name.text)) return null
  const own = run.parameters.flatMap((parameter) => (ts.isIdentifier(parameter.name) ? [parameter.name.text] : []))
  const [, data] = call.arguments
  return data !== undefined && ts.isIdentifier(data) && own.includes(data.text) ? expression.text : null
}

/** Handing a transaction through calls: callees get an optional last parameter that defaults to the client they use now. */
import ts from 'typescript'
import type { Draft } from '../source/changes'
import { isBlocked, type Blocked } from '../payment/refund'
import type { ReadFile } from '../payment/clients'
import { importInto, importedFrom, resolveSpecifier, specifierFor } from '../source/imports'
import { allNames, declaredBy, freshName, isVisible } from '../source/scope'
import { some, textOf, type FunctionNode, type Source } from '../source/source'
import { indentAt, lineStart } from '../source/style'
import type { TextChange } from '../fix'
import type { WorkspaceFacts } from '../workspace'
import type { Idiom, Scope } from '../stores/idiom'
import { bodyOf, sameFunction, type Frame } from './frames'
import type { Member } from './group'

export interface Threading {
  readonly idiom: Idiom
  readonly store: string
  readonly workspace: WorkspaceFacts
  readonly readFile: ReadFile
  readonly draft: Draft
  /** Functions that take the handle already: several calls may lead to one. */
  readonly joined: Set<string>
}

/** Passes `handle` at the members' calls, all made in one function, and on through their callees. */
export function threadCalls(members: readonly Member[], handle: string, context: Threading): Blocked | null {
  const byCallee = new Map<string, Member[]>()
  for (const member of members) {
    const next = member.route.frames[member.index + 1]
    if (next === undefined) continue
    const key = `${next.source.file}#${String(bodyOf(next).pos)}`
    byCallee.set(key, [...(byCallee.get(key) ?? []), member])
  }
  for (const same of byCallee.values()) {
    const [first] = same
    const callee = first?.route.frames[first.index + 1]
    if (callee === undefined) continue
    const joined = joinCallee(
      callee,
      same.map((member) => ({ ...member, index: member.index + 1 })),
      context,
    )
    if (joined !== null) return joined
    const calls = new Set<ts.CallExpression>()
    for (const { route, index } of same) {
      const frame = route.frames[index]
      if (frame?.call !== undefined && frame.call !== null) calls.add(frame.call)
    }
    for (const call of calls) {
      const frame = same.map(({ route, index }) => route.frames[index]).find((candidate) => candidate?.call === call)
      const passed =
        frame === undefined ? { why: 'The path to the write has changed.' } : passArgument(frame.source, call, callee.run?.parameters.length ?? 0, handle)
      if (isBlocked(passed)) return passed
      if (frame !== undefined) context.draft.add(frame.source.file, passed)
    }
  }
  return null
}

/** Adds the parameter to a callee and makes its own writes use it; calls further down are threaded as well. */
function joinCallee(callee: Frame, members: readonly Member[], context: Threading): Blocked | null {
  const { run, source } = callee
  if (run?.body === undefined) return { why: 'A function on the way cannot be changed.' }
  const key = `${source.file}#${String(run.pos)}`
  if (context.joined.has(key)) return null
  context.joined.add(key)
  const refusal = cannotExtend(run, source)
  if (refusal !== null) return { why: refusal }
  const direct = members.filter(({ route, index }) => index === route.frames.length - 1)
  const further = members.filter(({ route, index }) => index < route.frames.length - 1)
  const taken = allNames(run)
  const handle = freshName(taken, ...context.idiom.handleNames)
  if (direct.length === 0) {
    const passing = source.typed ? passedThrough(callee, further, handle, context) : { text: handle, changes: [] }
    if (isBlocked(passing)) return passing
    context.draft.add(source.file, addParameter(source, run, passing.text), ...passing.changes)
    return threadCalls(further, handle, context)
  }
  if (context.idiom.join === null) return { why: 'The write is in another function, and this store’s transactions cannot be handed to it safely.' }
  const scope: Scope = {
    source,
    nodes: [run.body],
    writes: direct.map(({ route }) => ({ operation: route.operation, chain: route.write })),
    taken,
    workspace: context.workspace,
    readFile: context.readFile,
  }
  const joined = context.idiom.join(scope, handle)
  if (isBlocked(joined)) return joined
  const wide = source.typed ? widened(joined.parameter, further, context) : joined.parameter
  context.draft.add(source.file, addParameter(source, run, wide), ...joined.changes)
  return threadCalls(further, handle, context)
}

/** `tx: Pick<typeof prisma, 'order' | 'stock'> = prisma` */
const picked = /^([\w$]+): Pick<typeof ([\w$.]+), (.+)> = ([\w$.]+)$/

interface Leaf {
  readonly frame: Frame
  readonly client: string
  readonly members: readonly string[]
}

/** What the functions at the end of the way need of the handle. Null where their parameter is not made of a client's members. */
function leavesOf(members: readonly Member[], { idiom, workspace, readFile }: Threading): readonly Leaf[] | null {
  const leaves: Leaf[] = []
  for (const { route } of members) {
    const frame = route.frames.at(-1)
    if (frame?.run?.body === undefined || idiom.join === null) return null
    const writes = [{ operation: route.operation, chain: route.write }]
    const joined = idiom.join({ source: frame.source, nodes: [frame.run.body], writes, taken: new Set(), workspace, readFile }, idiom.handleNames[0] ?? 'tx')
    const [, , client, names] = isBlocked(joined) ? [] : (picked.exec(joined.parameter) ?? [])
    if (client === undefined || names === undefined) return null
    leaves.push({ frame, client, members: names.split(' | ') })
  }
  return leaves
}

/** The parameter of a function that does not name the client itself, but calls others that do. */
function passedThrough(
  callee: Frame,
  further: readonly Member[],
  handle: string,
  context: Threading,
): { readonly text: string; readonly changes: readonly TextChange[] } | Blocked {
  const refused = { why: `The transaction would have to pass through ${callee.run?.name?.getText() ?? 'a function'}, which does not name the client itself.` }
  const leaves = leavesOf(further, context)
  const [first, ...others] = leaves ?? []
  if (leaves === null || first === undefined || others.some(({ client }) => client !== first.client)) return refused
  const named = nameInHome(callee, first.frame, first.client, context)
  if (isBlocked(named)) return refused
  const members = [...new Set(leaves.flatMap((leaf) => leaf.members))]
  return { text: `${handle}: Pick<typeof ${named.text}, ${members.join(' | ')}> = ${named.text}`, changes: named.changes }
}

/** What is handed on to others must have what these need. */
function widened(parameter: string, further: readonly Member[], context: Threading): string {
  const [, handle, client, names] = picked.exec(parameter) ?? []
  const leaves = further.length === 0 ? null : leavesOf(further, context)
  if (handle === undefined || client === undefined || names === undefined || leaves === null) return parameter
  const members = [...new Set([...names.split(' | '), ...leaves.flatMap((leaf) => leaf.members)])]
  return `${handle}: Pick<typeof ${client}, ${members.join(' | ')}> = ${client}`
}

function cannotExtend(run: FunctionNode, source: Source): string | null {
  const name = run.name?.getText() ?? 'a function on the way'
  if (run.parameters.some((parameter) => parameter.dotDotDotToken !== undefined)) return `${name} takes any number of arguments.`
  if (ts.isGetAccessor(run) || ts.isSetAccessor(run) || ts.isConstructorDeclaration(run)) return 'An accessor or constructor cannot take a transaction.'
  const { parent } = run
  if (ts.isClassLike(parent) && (parent.heritageClauses ?? []).some(({ types }) => types.some((type) => !/^On[A-Z]/.test(textOf(source, type)))))
    return `${name} belongs to a class whose base or interface fixes its parameters.`
  if (ts.isVariableDeclaration(parent) && parent.type !== undefined) return `The type of ${parent.name.getText()} fixes its parameters.`
  if (ts.isCallExpression(parent)) return 'A function on the way is wrapped by another call.'
  if (ts.isPropertyAssignment(parent)) return 'A function on the way is a member of an object.'
  const usesArguments = some(run, (node) => ts.isIdentifier(node) && node.text === 'arguments')
  if (usesArguments) return `${name} reads its arguments by number.`
  const overloaded =
    ts.isFunctionDeclaration(run) &&
    run.name !== undefined &&
    source.tree.statements.filter((statement) => ts.isFunctionDeclaration(statement) && statement.name?.text === run.name?.text).length > 1
  return overloaded ? `${name} is overloaded.` : null
}

export function addParameter(source: Source, run: FunctionNode, parameter: string): TextChange {
  const last = run.parameters.at(-1)
  if (last === undefined) {
    const open = source.text.indexOf('(', run.parameters.pos - 1)
    return { start: open + 1, end: open + 1, text: parameter }
  }
  const bare = ts.isArrowFunction(run) && run.parameters.length === 1 && !source.text.slice(run.getStart(source.tree), last.getStart(source.tree)).includes('(')
  if (bare) return { start: last.getStart(source.tree), end: last.end, text: `(${textOf(source, last)}, ${parameter})` }
  return appended(source, last, [parameter])
}

/** After the last of a list, each on a line of its own where that one is. */
function appended({ text, tree, style }: Source, last: ts.Node, more: readonly string[]): TextChange {
  const start = last.getStart(tree)
  const ownLine = text.slice(lineStart(text, start), start).trim() === ''
  const before = ownLine ? `,${style.eol}${indentAt(text, start)}` : ', '
  return { start: last.end, end: last.end, text: more.map((one) => before + one).join('') }
}

function passArgument(source: Source, call: ts.CallExpression, parameters: number, handle: string): TextChange | Blocked {
  if (call.arguments.some(ts.isSpreadElement) || call.arguments.length > parameters)
    return { why: `The arguments of ${textOf(source, call.expression)} cannot be counted.` }
  const missing = Array.from({ length: parameters - call.arguments.length }, () => 'undefined')
  const last = call.arguments.at(-1)
  if (last === undefined) return { start: call.end - 1, end: call.end - 1, text: [...missing, handle].join(', ') }
  return appended(source, last, [...missing, handle])
}

/** The client that a callee uses, as an expression for the home. */
export function clientForHome(
  home: Frame,
  members: readonly Member[],
  context: Threading,
): { readonly text: string; readonly changes: readonly TextChange[] } | Blocked {
  for (const { route } of members) {
    const frame = route.frames.at(-1)
    if (frame?.run?.body === undefined) continue
    const scope: Scope = {
      source: frame.source,
      nodes: [frame.run.body],
      writes: [{ operation: route.operation, chain: route.write }],
      taken: new Set(),
      workspace: context.workspace,
      readFile: context.readFile,
    }
    const client = context.idiom.clientOf(scope)
    if (typeof client !== 'string') return client
    return nameInHome(home, frame, client, context)
  }
  return { why: 'No client is in sight that could open a transaction.' }
}

export function nameInHome(
  home: Frame,
  frame: Frame,
  client: string,
  { readFile, workspace }: Threading,
): { readonly text: string; readonly changes: readonly TextChange[] } | Blocked {
  const root = /^[\w$]+/.exec(client)?.[0] ?? client
  if (root === 'this') {
    const same = home.source === frame.source && classAround(home.site) !== null && classAround(home.site) === classAround(frame.site)
    return same ? { text: client, changes: [] } : { why: `${client} belongs to another class.` }
  }
  if (home.source.file === frame.source.file && isVisible(home.source, root, home.site)) return { text: client, changes: [] }
  if (sameFunction(home, frame)) return { text: client, changes: [] }
  const origin = importedFrom(frame.source, root)
  const suffix = client.slice(root.length)
  if (origin !== null) {
    const file = resolveSpecifier(frame.source.file, origin.specifier, readFile)
    const specifier =
      file === null || !origin.specifier.startsWith('.') ? origin.specifier : specifierFor(home.source, file, readFile, workspace.moduleSpecifier)
    const imported = importInto(home.source, { specifier, exportName: origin.exportName, name: root })
    return { text: imported.name + suffix, changes: imported.changes }
  }
  const exported = frame.source.tree.statements.some(
    (statement) =>
      declaredBy(statement).includes(root) &&
      ts.canHaveModifiers(statement) &&
      (ts.getModifiers(statement) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword),
  )
  if (!exported) return { why: `${client} is not exported, so it cannot open a transaction where the payment is known.` }
  const imported = importInto(home.source, {
    specifier: specifierFor(home.source, frame.source.file, readFile, workspace.moduleSpecifier),
    exportName: root,
    name: root,
  })
  return { text: imported.name + suffix, changes: imported.changes }
}

function classAround(node: ts.Node): ts.Node | null {
  for (let parent = node.parent as ts.Node | undefined; parent !== undefined; parent = parent.parent as ts.Node | undefined)
    if (ts.isClassLike(parent)) return parent
  return null
}

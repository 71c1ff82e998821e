/** Statements in order. Declarations of functions, classes and types are noted; only what runs in place becomes a statement. */
import ts from 'typescript'
import { lowerClass, lowerInterface, lowerTypeAlias } from './classes'
import type { FileContext } from './context'
import { spanOf, variableId } from './ids'
import type { Expression, ObjectProperty, Statement } from './ir'
import { bindingsOf, lowerAssignmentPattern, lowerBinding } from './patterns'
import { referenceExpression, referenceOf } from './references'
import { hasModifier } from './syntax'

export function lowerStatements(ctx: FileContext, nodes: readonly ts.Statement[]): readonly Statement[] {
  return nodes.flatMap((node) => lowerStatement(ctx, node, null))
}

function lowerStatement(ctx: FileContext, node: ts.Statement, label: string | null): readonly Statement[] {
  const at = spanOf(ctx, node)
  const expression = (part: ts.Expression): Expression => ctx.lower.expression(ctx, part)
  const body = (part: ts.Statement): readonly Statement[] => (ts.isBlock(part) ? lowerStatements(ctx, part.statements) : lowerStatement(ctx, part, null))

  if (ts.isLabeledStatement(node)) return lowerLabelled(ctx, node)
  if (ts.isExpressionStatement(node)) return [{ kind: 'expression', at, value: expression(node.expression) }]
  if (ts.isVariableStatement(node)) return hasModifier(node, ts.SyntaxKind.DeclareKeyword) ? [] : lowerDeclarations(ctx, node.declarationList)
  if (ts.isIfStatement(node)) {
    return [
      {
        kind: 'if',
        at,
        test: expression(node.expression),
        then: body(node.thenStatement),
        otherwise: node.elseStatement === undefined ? [] : body(node.elseStatement),
      },
    ]
  }
  if (ts.isBlock(node)) return [{ kind: 'block', at, body: lowerStatements(ctx, node.statements), label }]
  if (ts.isReturnStatement(node)) return [{ kind: 'return', at, value: node.expression === undefined ? null : expression(node.expression) }]
  if (ts.isThrowStatement(node)) return [{ kind: 'throw', at, value: expression(node.expression) }]
  if (ts.isTryStatement(node)) return [lowerTry(ctx, node)]
  if (ts.isWhileStatement(node)) {
    const test = unlessAlways(node.expression)
    return [{ kind: 'loop', at, form: 'while', initial: [], test: test === null ? null : expression(test), step: null, body: body(node.statement), label }]
  }
  if (ts.isDoStatement(node))
    return [{ kind: 'loop', at, form: 'do', initial: [], body: body(node.statement), test: expression(node.expression), step: null, label }]
  if (ts.isForStatement(node)) return [lowerFor(ctx, node, label, body)]
  if (ts.isForOfStatement(node) || ts.isForInStatement(node)) return lowerEach(ctx, node, label, body)
  if (ts.isSwitchStatement(node)) return [lowerSwitch(ctx, node)]
  if (ts.isBreakStatement(node)) return [{ kind: 'break', at, label: node.label?.text ?? null }]
  if (ts.isContinueStatement(node)) return [{ kind: 'continue', at, label: node.label?.text ?? null }]
  if (ts.isFunctionDeclaration(node)) {
    if (node.body !== undefined) ctx.lower.functionNode(ctx, node, null)
    return []
  }
  if (ts.isClassDeclaration(node)) return hasModifier(node, ts.SyntaxKind.DeclareKeyword) ? [] : lowerClass(ctx, node).statements
  if (ts.isInterfaceDeclaration(node)) lowerInterface(ctx, node)
  if (ts.isTypeAliasDeclaration(node)) lowerTypeAlias(ctx, node)
  if (ts.isEnumDeclaration(node)) lowerEnum(ctx, node)
  if (ts.isModuleDeclaration(node)) return lowerNamespace(ctx, node)
  if (ts.isExportAssignment(node)) {
    const value = expression(node.expression)
    ctx.exportAssignments.set(node, value)
    return [{ kind: 'expression', at, value }]
  }
  if (ts.isWithStatement(node)) return [{ kind: 'expression', at, value: expression(node.expression) }, ...body(node.statement)]
  return []
}

function lowerLabelled(ctx: FileContext, node: ts.LabeledStatement): readonly Statement[] {
  const label = node.label.text
  const takesLabel = ts.isIterationStatement(node.statement, false) || ts.isBlock(node.statement)
  const body = lowerStatement(ctx, node.statement, takesLabel ? label : null)
  return takesLabel ? body : [{ kind: 'block', at: spanOf(ctx, node), body, label }]
}

/** `while (true)` has no test. */
function unlessAlways(test: ts.Expression): ts.Expression | null {
  return test.kind === ts.SyntaxKind.TrueKeyword || (ts.isNumericLiteral(test) && test.text === '1') ? null : test
}

function lowerDeclarations(ctx: FileContext, list: ts.VariableDeclarationList): readonly Statement[] {
  return list.declarations.map((declaration) => {
    const value = declaration.initializer === undefined ? null : ctx.lower.expression(ctx, declaration.initializer)
    const pattern = lowerBinding(ctx, declaration.name, undefined)
    if (ctx.scope.function === null) noteModuleVariables(ctx, pattern, value)
    return { kind: 'declare', at: spanOf(ctx, declaration), pattern, value }
  })
}

function noteModuleVariables(ctx: FileContext, pattern: Parameters<typeof bindingsOf>[0], value: Expression | null): void {
  if (value === null) {
    if (pattern.kind === 'name') ctx.variables.set(pattern.id, { name: pattern.name, value: null })
    return
  }
  for (const binding of bindingsOf(pattern, value)) ctx.variables.set(binding.id, { name: binding.name, value: binding.value })
}

type LowerBody = (part: ts.Statement) => readonly Statement[]

function lowerFor(ctx: FileContext, node: ts.ForStatement, label: string | null, body: LowerBody): Statement {
  const { initializer } = node
  const initial: readonly Statement[] =
    initializer === undefined
      ? []
      : ts.isVariableDeclarationList(initializer)
        ? lowerDeclarations(ctx, initializer)
        : [{ kind: 'expression', at: spanOf(ctx, initializer), value: ctx.lower.expression(ctx, initializer) }]
  return {
    kind: 'loop',
    at: spanOf(ctx, node),
    form: 'for',
    initial,
    test: node.condition === undefined ? null : ctx.lower.expression(ctx, node.condition),
    step: node.incrementor === undefined ? null : ctx.lower.expression(ctx, node.incrementor),
    body: body(node.statement),
    label,
  }
}

function lowerEach(ctx: FileContext, node: ts.ForOfStatement | ts.ForInStatement, label: string | null, body: LowerBody): readonly Statement[] {
  const over = ctx.lower.expression(ctx, node.expression)
  const declaration = ts.isVariableDeclarationList(node.initializer) ? node.initializer.declarations[0] : undefined
  const pattern =
    declaration !== undefined
      ? lowerBinding(ctx, declaration.name, undefined)
      : ts.isVariableDeclarationList(node.initializer)
        ? null
        : lowerAssignmentPattern(ctx, node.initializer)
  const form = ts.isForInStatement(node) ? 'in' : node.awaitModifier === undefined ? 'of' : 'await'
  const empty = { kind: 'objectPattern', properties: [], rest: null, fallback: null } as const
  return [{ kind: 'each', at: spanOf(ctx, node), form, pattern: pattern ?? empty, over, body: body(node.statement), label }]
}

function lowerSwitch(ctx: FileContext, node: ts.SwitchStatement): Statement {
  return {
    kind: 'switch',
    at: spanOf(ctx, node),
    value: ctx.lower.expression(ctx, node.expression),
    cases: node.caseBlock.clauses.map((clause) => ({
      at: spanOf(ctx, clause),
      test: ts.isCaseClause(clause) ? ctx.lower.expression(ctx, clause.expression) : null,
      body: lowerStatements(ctx, clause.statements),
    })),
  }
}

function lowerTry(ctx: FileContext, node: ts.TryStatement): Statement {
  const { catchClause, finallyBlock } = node
  const caught = catchClause?.variableDeclaration
  return {
    kind: 'try',
    at: spanOf(ctx, node),
    body: lowerStatements(ctx, node.tryBlock.statements),
    handler:
      catchClause === undefined
        ? null
        : {
            at: spanOf(ctx, catchClause),
            pattern: caught === undefined ? null : lowerBinding(ctx, caught.name, undefined),
            body: lowerStatements(ctx, catchClause.block.statements),
          },
    finalizer: finallyBlock === undefined ? null : lowerStatements(ctx, finallyBlock.statements),
  }
}

/** Members are variables with constant values; the enum itself is an object of them. */
function lowerEnum(ctx: FileContext, node: ts.EnumDeclaration): void {
  const properties = node.members.map((member): ObjectProperty => {
    const at = spanOf(ctx, member.name)
    const constant = ctx.checker.getConstantValue(member)
    const value: Expression =
      constant !== undefined
        ? { kind: 'constant', at, value: constant }
        : member.initializer === undefined
          ? { kind: 'other', at, parts: [] }
          : ctx.lower.expression(ctx, member.initializer)
    const name = ts.isComputedPropertyName(member.name) ? '' : member.name.text
    ctx.variables.set(variableId(member.name), { name, value })
    return { key: name, value, effects: [] }
  })
  ctx.variables.set(variableId(node.name), { name: node.name.text, value: { kind: 'object', at: spanOf(ctx, node), properties } })
}

/** A namespace's code runs where it stands. As a value it is an object of its exported variables, functions and classes. */
function lowerNamespace(ctx: FileContext, node: ts.ModuleDeclaration): readonly Statement[] {
  const { body } = node
  if (body === undefined || hasModifier(node, ts.SyntaxKind.DeclareKeyword)) return []
  if (ts.isModuleDeclaration(body)) return lowerNamespace(ctx, body)
  if (!ts.isModuleBlock(body)) return []
  const at = spanOf(ctx, node)
  const statements = lowerStatements(ctx, body.statements)
  const symbol = ctx.checker.getSymbolAtLocation(node.name)
  const members = symbol === undefined ? [] : ctx.checker.getExportsOfModule(symbol).filter((member) => (member.flags & ts.SymbolFlags.Value) !== 0)
  const properties = members.map((member): ObjectProperty => ({ key: member.name, value: referenceExpression(referenceOf(ctx, member), at), effects: [] }))
  ctx.variables.set(variableId(node.name), { name: node.name.text, value: { kind: 'object', at, properties } })
  return [{ kind: 'block', at, body: statements, label: null }]
}

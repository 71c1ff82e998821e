/**
 * What a file's top-level declarations are and which names each mentions: the grain at which the closure is chosen.
 * Syntax only, no types. Shadowing is ignored, so a mention may be one too many, never one too few, except where noted.
 */
import ts from 'typescript'
import { supertypesOf, isImplementable } from './supertypes'
import {
  anonymousDefault,
  bindingNames,
  declaredNames,
  declaredOrDefault,
  exportTarget,
  hasModifier,
  isExported,
  propertyText,
  requiredModule,
  rootName,
} from './syntax'
import type { ImportBinding } from './unitScan'
import { UnitSplitter, type Unit } from './units'
import type { CompiledVocabulary } from './vocabulary'
/** `export { imported as name } from 'specifier'`; both `*` for a star. */
export interface ReExport {
  readonly specifier: string
  readonly imported: string
  readonly name: string
}

export interface Declaration {
  /** Top-level names it declares or assigns into (`schema.methods.pay = …`). Empty for other statements. */
  readonly names: readonly string[]
  /** The shared object that a statement puts something into: `handlers.set('paid', fulfil)`. Mounting a route is not that. */
  readonly fills: string | null
  /** What a statement hands something to, to be taken out again elsewhere: `registry.register(card)`, `register(card)`. */
  readonly plugsInto: string | null
  readonly kind: 'value' | 'class' | 'abstract' | 'type'
  /** An interface, abstract class or object type with functions in it: something that can be implemented. */
  readonly implementable: boolean
  /** Names in `extends` and `implements`, and the annotations by which a value implements a type. */
  readonly supertypes: readonly string[]
  readonly units: readonly Unit[]
}

export interface Outline {
  readonly imports: ReadonlyMap<string, ImportBinding>
  /** Exported name → local name. */
  readonly exports: ReadonlyMap<string, string>
  readonly reExports: readonly ReExport[]
  readonly declarations: readonly Declaration[]
  readonly commonJs: boolean
}

export function outlineOf(source: ts.SourceFile, vocabulary: CompiledVocabulary): Outline {
  const builder = new OutlineBuilder(vocabulary)
  for (const statement of source.statements) builder.addImports(statement)
  for (const statement of source.statements) builder.addNames(statement)
  for (const statement of source.statements) builder.addStatement(statement)
  return builder.finish()
}

class OutlineBuilder {
  private readonly imports = new Map<string, ImportBinding>()
  private readonly exports = new Map<string, string>()
  private readonly reExports: ReExport[] = []
  private readonly declarations: Declaration[] = []
  private readonly known = new Set<string>()
  private commonJs = false

  constructor(private readonly vocabulary: CompiledVocabulary) {}

  finish(): Outline {
    return { imports: this.imports, exports: this.exports, reExports: this.reExports, declarations: this.declarations, commonJs: this.commonJs }
  }

  addImports(statement: ts.Statement): void {
    if (ts.isImportDeclaration(statement) && ts.isStringLiteral(statement.moduleSpecifier)) {
      const specifier = statement.moduleSpecifier.text
      const clause = statement.importClause
      if (clause === undefined) return
      const typeOnly = clause.phaseModifier === ts.SyntaxKind.TypeKeyword
      if (clause.name !== undefined) this.bind(clause.name.text, { specifier, name: 'default', typeOnly })
      const bindings = clause.namedBindings
      if (bindings !== undefined && ts.isNamespaceImport(bindings)) this.bind(bindings.name.text, { specifier, name: '*', typeOnly })
      else if (bindings !== undefined) {
        for (const element of bindings.elements) {
          this.bind(element.name.text, { specifier, name: (element.propertyName ?? element.name).text, typeOnly: typeOnly || element.isTypeOnly })
        }
      }
    } else if (ts.isImportEqualsDeclaration(statement)) {
      const reference = statement.moduleReference
      if (ts.isExternalModuleReference(reference) && ts.isStringLiteral(reference.expression)) {
        this.bind(statement.name.text, { specifier: reference.expression.text, name: '*', typeOnly: statement.isTypeOnly })
      }
    } else if (ts.isVariableStatement(statement)) {
      for (const declaration of statement.declarationList.declarations) this.addRequire(declaration)
    }
  }

  /** `const x = require('m')`, `const { a, b: c } = require('m')`, `const a = require('m').a`. */
  private addRequire(declaration: ts.VariableDeclaration): void {
    const { initializer, name } = declaration
    if (initializer === undefined) return
    const member = ts.isPropertyAccessExpression(initializer) ? initializer.name.text : null
    const specifier = requiredModule(ts.isPropertyAccessExpression(initializer) ? initializer.expression : initializer)
    if (specifier === null) return
    if (ts.isIdentifier(name)) this.bind(name.text, { specifier, name: member ?? '*', typeOnly: false })
    else if (ts.isObjectBindingPattern(name)) {
      for (const element of name.elements) {
        if (ts.isIdentifier(element.name))
          this.bind(element.name.text, { specifier, name: member ?? propertyText(element.propertyName) ?? element.name.text, typeOnly: false })
      }
    }
  }

  private bind(local: string, binding: ImportBinding): void {
    this.imports.set(local, binding)
    this.known.add(local)
  }

  addNames(statement: ts.Statement): void {
    for (const name of declaredNames(statement)) this.known.add(name)
    if (ts.isExportDeclaration(statement)) this.addExportDeclaration(statement)
    else if (ts.isExportAssignment(statement)) {
      const name = ts.isIdentifier(statement.expression) ? statement.expression.text : anonymousDefault
      this.exports.set('default', name)
      if (statement.isExportEquals === true) this.commonJs = true
    } else if (isExported(statement)) {
      if (hasModifier(statement, ts.SyntaxKind.DefaultKeyword)) this.exports.set('default', declaredNames(statement)[0] ?? anonymousDefault)
      else for (const name of declaredNames(statement)) this.exports.set(name, name)
    } else if (ts.isExpressionStatement(statement)) this.addCommonJsExports(statement.expression)
  }

  private addExportDeclaration(statement: ts.ExportDeclaration): void {
    const specifier = statement.moduleSpecifier !== undefined && ts.isStringLiteral(statement.moduleSpecifier) ? statement.moduleSpecifier.text : null
    const clause = statement.exportClause
    if (clause === undefined) {
      if (specifier !== null) this.reExports.push({ specifier, imported: '*', name: '*' })
    } else if (ts.isNamespaceExport(clause)) {
      if (specifier !== null) this.reExports.push({ specifier, imported: '*', name: clause.name.text })
    } else {
      for (const element of clause.elements) {
        const imported = (element.propertyName ?? element.name).text
        if (specifier !== null) this.reExports.push({ specifier, imported, name: element.name.text })
        else this.exports.set(element.name.text, imported)
      }
    }
  }

  private addCommonJsExports(expression: ts.Expression): void {
    if (!ts.isBinaryExpression(expression) || expression.operatorToken.kind !== ts.SyntaxKind.EqualsToken) return
    const target = exportTarget(expression.left)
    if (target === null) return
    this.commonJs = true
    if (target !== '') {
      this.exports.set(target, ts.isIdentifier(expression.right) ? expression.right.text : `exports.${target}`)
      return
    }
    const value = expression.right
    this.exports.set('default', ts.isIdentifier(value) ? value.text : anonymousDefault)
    if (!ts.isObjectLiteralExpression(value)) return
    for (const property of value.properties) {
      const name = property.name === undefined ? null : propertyText(property.name)
      if (name === null) continue
      const local = ts.isShorthandPropertyAssignment(property)
        ? name
        : ts.isPropertyAssignment(property) && ts.isIdentifier(property.initializer)
          ? property.initializer.text
          : anonymousDefault
      this.exports.set(name, local)
    }
  }

  addStatement(statement: ts.Statement): void {
    if (ts.isImportDeclaration(statement) || ts.isImportEqualsDeclaration(statement) || ts.isExportDeclaration(statement)) return
    if (ts.isVariableStatement(statement)) {
      for (const declaration of statement.declarationList.declarations) this.declare(declaration, bindingNames(declaration.name), 'value')
    } else if (ts.isClassDeclaration(statement)) {
      const isAbstract = hasModifier(statement, ts.SyntaxKind.AbstractKeyword)
      this.declare(statement, declaredOrDefault(statement), isAbstract ? 'abstract' : 'class')
    } else if (ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement)) this.declare(statement, [statement.name.text], 'type')
    else if (ts.isFunctionDeclaration(statement) || ts.isEnumDeclaration(statement) || ts.isModuleDeclaration(statement)) {
      this.declare(statement, declaredOrDefault(statement), 'value')
    } else if (ts.isExportAssignment(statement)) this.declare(statement.expression, [anonymousDefault], 'value')
    else this.addLooseStatement(statement)
  }

  private addLooseStatement(statement: ts.Statement): void {
    const expression = ts.isExpressionStatement(statement) ? statement.expression : filledInLoop(statement)
    if (expression !== null && ts.isBinaryExpression(expression) && expression.operatorToken.kind === ts.SyntaxKind.EqualsToken) {
      const target = exportTarget(expression.left)
      if (target !== null) {
        this.declare(expression.right, [target === '' ? anonymousDefault : `exports.${target}`], 'value')
        return
      }
    }
    const root = expression === null ? null : rootName(expression)
    const local = root !== null && this.known.has(root) ? root : null
    if (expression !== null && ts.isBinaryExpression(expression) && local !== null) this.declare(statement, [local], 'value')
    else
      this.declare(
        statement,
        [],
        'value',
        expression !== null && fillsReceiver(expression) ? local : null,
        expression !== null && plugsIn(expression) ? local : null,
      )
  }

  /** `const order = z.object({ … })` describes data; nothing in it decides about a write. */
  private isValidationSchema(node: ts.Node): boolean {
    if (!ts.isVariableDeclaration(node) || node.initializer === undefined || !ts.isCallExpression(node.initializer)) return false
    const root = rootName(node.initializer)
    const binding = root === null ? undefined : this.imports.get(root)
    return binding !== undefined && schemaLibraries.has(binding.specifier)
  }

  private declare(node: ts.Node, names: readonly string[], kind: Declaration['kind'], fills: string | null = null, plugsInto: string | null = null): void {
    const units: Unit[] = []
    if (this.isValidationSchema(node)) {
      this.declarations.push({ names, fills, plugsInto, kind, implementable: false, supertypes: [], units })
      return
    }
    const splitter = new UnitSplitter(units, this.known, this.imports, this.vocabulary)
    splitter.split(node)
    this.declarations.push({
      names,
      fills,
      plugsInto,
      kind,
      implementable: kind === 'abstract' || isImplementable(node),
      supertypes: supertypesOf(node),
      units,
    })
  }
}

const schemaLibraries = new Set([
  'zod',
  'zod/v3',
  'zod/v4',
  'zod/mini',
  'yup',
  'joi',
  'valibot',
  '@sinclair/typebox',
  'superstruct',
  'arktype',
  '@hono/zod-openapi',
])
const fillingVerbs = new Set(['set', 'push', 'unshift', 'add', 'on', 'once', 'addListener', 'subscribe', 'bind', 'tap', 'pre', 'static', 'method'])

/** `for (const [name, run] of Object.entries(processors)) registry.set(name, run)` */
function filledInLoop(statement: ts.Statement): ts.Expression | null {
  if (!ts.isForOfStatement(statement)) return null
  const body = ts.isBlock(statement.statement) ? statement.statement.statements : [statement.statement]
  for (const inner of body) if (ts.isExpressionStatement(inner) && fillsReceiver(inner.expression)) return inner.expression
  return null
}

function fillsReceiver(expression: ts.Expression): boolean {
  if (!ts.isCallExpression(expression) || !ts.isPropertyAccessExpression(expression.expression)) return false
  const [first] = expression.arguments
  const verb = expression.expression.name.text
  return fillingVerbs.has(verb) || (verb === 'register' && first !== undefined && ts.isStringLiteralLike(first))
}

/** Of a registry's own methods or functions; an emitter's listeners and an application's routes are no plug-ins. */
function plugsIn(expression: ts.Expression): boolean {
  if (!ts.isCallExpression(expression)) return false
  const { expression: callee } = expression
  if (ts.isIdentifier(callee)) return /^(?:register|add|install|plug|provide)(?![a-z])/.test(callee.text)
  return (
    ts.isPropertyAccessExpression(callee) &&
    ts.isIdentifier(callee.expression) &&
    /^(?:register|add|set|push|unshift|install|plug|provide)(?![a-z])/.test(callee.name.text)
  )
}

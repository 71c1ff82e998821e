/**
 * What a file's top-level declarations are and which names each mentions: the grain at which the closure is chosen.
 * Syntax only, no types. Shadowing is ignored, so a mention may be one too many, never one too few, except where noted.
 */
import ts from 'typescript'
import { scanUnit, type UnitScan } from './unitScan'
import type { CompiledVocabulary } from './vocabulary'

/** `name` `*` binds the whole module. */
export interface ImportBinding {
  readonly specifier: string
  readonly name: string
  readonly typeOnly: boolean
}

/** `export { imported as name } from 'specifier'`; both `*` for a star. */
export interface ReExport {
  readonly specifier: string
  readonly imported: string
  readonly name: string
}

/** A part of a declaration that runs as one: an entry of a registry (`{ a: aRouter, b: bRouter }`), or the declaration without these. */
export interface Unit extends UnitScan {
  /** The unit it stands in, as index; -1 for none. What runs with this unit runs in it and those around it. */
  readonly parent: number
  /** The property it is the value of, where it is an entry of an object literal. */
  readonly key: string | null
  /** Top-level names of the file and imports; a member of one as `name.member`. */
  readonly mentions: ReadonlySet<string>
  /** Names used as JSX tags only. Rendering calls nothing that decides about a write. */
  readonly rendered: ReadonlySet<string>
  /** Modules required or imported within. */
  readonly loads: readonly { readonly specifier: string; readonly names: readonly string[] }[]
}

export interface Declaration {
  /** Top-level names it declares or assigns into (`schema.methods.pay = …`). Empty for other statements. */
  readonly names: readonly string[]
  /** The shared object that a statement puts something into: `handlers.set('paid', fulfil)`. Mounting a route is not that. */
  readonly fills: string | null
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

/** Local name of what has none: `export default expression`, `module.exports = expression`. */
export const anonymousDefault = '*default*'

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
    const expression = ts.isExpressionStatement(statement) ? statement.expression : null
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
    else this.declare(statement, [], 'value', expression !== null && fillsReceiver(expression) ? local : null)
  }

  /** `const order = z.object({ … })` describes data; nothing in it decides about a write. */
  private isValidationSchema(node: ts.Node): boolean {
    if (!ts.isVariableDeclaration(node) || node.initializer === undefined || !ts.isCallExpression(node.initializer)) return false
    const root = rootName(node.initializer)
    const binding = root === null ? undefined : this.imports.get(root)
    return binding !== undefined && schemaLibraries.has(binding.specifier)
  }

  private declare(node: ts.Node, names: readonly string[], kind: Declaration['kind'], fills: string | null = null): void {
    const units: Unit[] = []
    if (this.isValidationSchema(node)) {
      this.declarations.push({ names, fills, kind, implementable: false, supertypes: [], units })
      return
    }
    const splitter = new UnitSplitter(units, this.known, this.imports, this.vocabulary)
    splitter.split(node)
    this.declarations.push({ names, fills, kind, implementable: kind === 'abstract' || isImplementable(node), supertypes: supertypesOf(node), units })
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

interface Mentions {
  readonly mentions: Set<string>
  readonly rendered: Set<string>
  readonly loads: { readonly specifier: string; readonly names: readonly string[] }[]
}

/** Cuts a declaration into units: at the elements of object and array literals outside functions. A registry of 100 routers is 100 units. */
class UnitSplitter {
  constructor(
    private readonly units: Unit[],
    private readonly known: ReadonlySet<string>,
    private readonly imports: ReadonlyMap<string, ImportBinding>,
    private readonly vocabulary: CompiledVocabulary,
  ) {}

  split(node: ts.Node): void {
    this.inUnit(node, -1)
  }

  private inUnit(node: ts.Node, parent: number): void {
    const index = this.units.length
    const found: Mentions = { mentions: new Set(), rendered: new Set(), loads: [] }
    const inner = new Set<ts.Node>()
    this.visit(node, found, inner, isInFunction(node), true)
    this.units.push({ parent, key: entryKey(node), ...found, ...scanUnit(node, inner, this.imports, this.vocabulary) })
    for (const child of inner) this.inUnit(child, index)
  }

  /** `outside` collects the nodes that become units of their own. Inside functions and class members everything else belongs together. */
  private visit(node: ts.Node, unit: Mentions, outside: Set<ts.Node>, insideFunction: boolean, isRoot: boolean): void {
    if (!isRoot && (isRouteStatement(node) || (!insideFunction && isOwnUnit(node)))) {
      outside.add(node)
      return
    }
    const inner = insideFunction || isFunctionLike(node)
    if (ts.isIdentifier(node)) {
      if (this.known.has(node.text)) unit.mentions.add(node.text)
    } else if (ts.isPropertyAccessExpression(node)) {
      if (!this.mentionMember(node.expression, node.name.text, unit)) this.visit(node.expression, unit, outside, inner, false)
    } else if (ts.isQualifiedName(node)) {
      if (!this.mentionMember(node.left, node.right.text, unit)) this.visit(node.left, unit, outside, inner, false)
    } else if (ts.isVariableDeclaration(node) && isRoot && node.type !== undefined && ts.isTypeReferenceNode(node.type)) {
      // Like a supertype: that this value is one of its implementations is no call of the others.
      for (const argument of node.type.typeArguments ?? []) this.visit(argument, unit, outside, inner, false)
      this.noteLoad(node, unit)
      if (node.initializer !== undefined) this.visit(node.initializer, unit, outside, inner, false)
    } else if (ts.isSatisfiesExpression(node) && ts.isVariableDeclaration(node.parent)) {
      this.visit(node.expression, unit, outside, inner, false)
    } else if (ts.isPropertyAssignment(node)) {
      if (ts.isComputedPropertyName(node.name)) this.visit(node.name, unit, outside, inner, false)
      this.visit(node.initializer, unit, outside, inner, false)
    } else if (ts.isJsxOpeningElement(node) || ts.isJsxSelfClosingElement(node)) {
      if (hasHandler(node.attributes)) this.visit(node.tagName, unit, outside, inner, false)
      else if (ts.isIdentifier(node.tagName) && this.known.has(node.tagName.text)) unit.rendered.add(node.tagName.text)
      this.visit(node.attributes, unit, outside, inner, false)
    } else if (ts.isJsxClosingElement(node)) return
    else if (ts.isHeritageClause(node)) {
      // Type arguments count; the supertype itself is in `supertypes`.
      for (const type of node.types) {
        if (!ts.isIdentifier(type.expression) && !ts.isPropertyAccessExpression(type.expression)) this.visit(type.expression, unit, outside, inner, false)
        for (const argument of type.typeArguments ?? []) this.visit(argument, unit, outside, inner, false)
      }
    } else {
      this.noteLoad(node, unit)
      ts.forEachChild(node, (child) => {
        if (!isPlainName(node, child)) this.visit(child, unit, outside, inner, false)
      })
    }
  }

  private mentionMember(object: ts.Node, member: string, unit: Mentions): boolean {
    if (!ts.isIdentifier(object) || !this.known.has(object.text)) return false
    unit.mentions.add(`${object.text}.${member}`)
    return true
  }

  private noteLoad(node: ts.Node, unit: Mentions): void {
    if (ts.isVariableDeclaration(node) && ts.isObjectBindingPattern(node.name) && node.initializer !== undefined) {
      const loaded = requiredModule(unwrapAwait(node.initializer))
      const names = node.name.elements.map((element) => propertyText(element.propertyName ?? element.name))
      if (loaded !== null && names.every((name) => name !== null)) unit.loads.push({ specifier: loaded, names })
    } else if (ts.isCallExpression(node) || ts.isImportTypeNode(node)) {
      const specifier = ts.isCallExpression(node)
        ? requiredModule(node)
        : ts.isLiteralTypeNode(node.argument) && ts.isStringLiteral(node.argument.literal)
          ? node.argument.literal.text
          : null
      if (specifier !== null && !unit.loads.some((load) => load.specifier === specifier)) unit.loads.push({ specifier, names: ['*'] })
    }
  }
}

/** Literals with fewer elements are taken whole. */
const smallestRegistry = 4
/** A longer list of a variable is no sequence of steps. */
const longestSequence = 8
const hookKey = /^on(?=[A-Z])|[hH]andle|[fF]ail|[eE]rror|[cC]ompensat|[rR]ollback|[uU]ndo|^run$/

/**
 * Inline functions and hooks (`onFailure: refund`) belong to what runs beside them; any other entry of an object or array literal is one of
 * a registry. `const steps = [charge, createOrder]` is a sequence.
 */
function isOwnUnit(node: ts.Node): boolean {
  const { parent } = node
  if (ts.isCallExpression(parent) && parent.expression !== node) return isChainedRoute(parent)
  if (ts.isObjectLiteralExpression(parent)) {
    if (parent.properties.length < smallestRegistry) return false
    if (ts.isPropertyAssignment(node))
      return !isFunctionLike(node.initializer) && !ts.isLiteralExpression(node.initializer) && !hookKey.test(propertyText(node.name) ?? '')
    return ts.isShorthandPropertyAssignment(node) || ts.isSpreadAssignment(node)
  }
  if (!ts.isArrayLiteralExpression(parent) || isFunctionLike(node) || ts.isLiteralExpression(node)) return false
  const { length } = parent.elements
  return length >= smallestRegistry && (!ts.isVariableDeclaration(parent.parent) || length > longestSequence)
}

const routeVerbs = new Set(['use', 'get', 'post', 'put', 'patch', 'delete', 'all', 'route', 'register', 'mount', 'options', 'head', 'openapi', 'handle', 'on'])

/** `app.use('/orders', orders)`. */
function isRoute(node: ts.CallExpression): boolean {
  const [first] = node.arguments
  return (
    ts.isPropertyAccessExpression(node.expression) &&
    routeVerbs.has(node.expression.name.text) &&
    first !== undefined &&
    (ts.isStringLiteralLike(first) || node.arguments.length === 1)
  )
}

/** `new Hono().route('/a', a).route('/b', b)`: each of several routes stands for itself. */
function isChainedRoute(node: ts.CallExpression): boolean {
  if (!isRoute(node)) return false
  const { parent } = node
  const outer = ts.isPropertyAccessExpression(parent) && ts.isCallExpression(parent.parent) && isRoute(parent.parent)
  const receiver = ts.isPropertyAccessExpression(node.expression) ? node.expression.expression : null
  return outer || (receiver !== null && ts.isCallExpression(receiver) && isRoute(receiver))
}

/** A statement of a function that mounts one of many routes. */
function isRouteStatement(node: ts.Node): boolean {
  return ts.isExpressionStatement(node) && ts.isCallExpression(node.expression) && isRoute(node.expression)
}

const fillingVerbs = new Set(['set', 'push', 'unshift', 'add', 'on', 'once', 'addListener', 'subscribe', 'bind', 'tap', 'pre', 'static', 'method'])

function fillsReceiver(expression: ts.Expression): boolean {
  if (!ts.isCallExpression(expression) || !ts.isPropertyAccessExpression(expression.expression)) return false
  const [first] = expression.arguments
  const verb = expression.expression.name.text
  return fillingVerbs.has(verb) || (verb === 'register' && first !== undefined && ts.isStringLiteralLike(first))
}

function isFunctionLike(node: ts.Node): boolean {
  return (
    ts.isFunctionDeclaration(node) ||
    ts.isFunctionExpression(node) ||
    ts.isArrowFunction(node) ||
    ts.isMethodDeclaration(node) ||
    (ts.isClassElement(node) && !ts.isDecorator(node))
  )
}

function entryKey(node: ts.Node): string | null {
  return ts.isPropertyAssignment(node) || ts.isShorthandPropertyAssignment(node) ? propertyText(node.name) : null
}

function isInFunction(node: ts.Node): boolean {
  return ts.findAncestor(node.parent, isFunctionLike) !== undefined
}

/** Names of members, parameters' properties and labels are not references. */
function isPlainName(parent: ts.Node, child: ts.Node): boolean {
  if (!ts.isIdentifier(child)) return false
  if (ts.isBindingElement(parent)) return parent.propertyName === child
  if (ts.isShorthandPropertyAssignment(parent)) return false
  return 'name' in parent && parent.name === child
}

/** A component that is handed a callback may call it: the tag then counts as a mention. */
function hasHandler(attributes: ts.JsxAttributes): boolean {
  return attributes.properties.some((attribute) => ts.isJsxAttribute(attribute) && ts.isIdentifier(attribute.name) && /^on[A-Z]/.test(attribute.name.text))
}

export function requiredModule(node: ts.Node): string | null {
  if (!ts.isCallExpression(node)) return null
  const isLoad = node.expression.kind === ts.SyntaxKind.ImportKeyword || (ts.isIdentifier(node.expression) && node.expression.text === 'require')
  const argument = node.arguments[0]
  return isLoad && argument !== undefined && ts.isStringLiteralLike(argument) ? argument.text : null
}

function unwrapAwait(node: ts.Expression): ts.Expression {
  return ts.isAwaitExpression(node) || ts.isParenthesizedExpression(node) ? unwrapAwait(node.expression) : node
}

/** '' for `module.exports`, the name for `exports.name` and `module.exports.name`, null for anything else. */
function exportTarget(node: ts.Expression): string | null {
  if (!ts.isPropertyAccessExpression(node)) return null
  const { expression, name } = node
  if (ts.isIdentifier(expression)) {
    if (expression.text === 'module' && name.text === 'exports') return ''
    return expression.text === 'exports' ? name.text : null
  }
  return exportTarget(expression) === '' ? name.text : null
}

/** `router` of `router.route('/').post(...)`, `schema` of `schema.methods.pay = ...`. */
function rootName(node: ts.Expression): string | null {
  if (ts.isIdentifier(node)) return node.text
  if (ts.isAwaitExpression(node) || ts.isVoidExpression(node)) return rootName(node.expression)
  if (ts.isBinaryExpression(node)) return rootName(node.left)
  return ts.isCallExpression(node) || ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node) ? rootName(node.expression) : null
}

function declaredNames(statement: ts.Statement): readonly string[] {
  if (ts.isVariableStatement(statement)) return statement.declarationList.declarations.flatMap((declaration) => bindingNames(declaration.name))
  const named =
    ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement) || ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement)
  if (named || ts.isEnumDeclaration(statement) || ts.isModuleDeclaration(statement)) return statement.name === undefined ? [] : [statement.name.text]
  return []
}

function declaredOrDefault(statement: ts.Statement): readonly string[] {
  const names = declaredNames(statement)
  return names.length === 0 ? [anonymousDefault] : names
}

function bindingNames(name: ts.BindingName): readonly string[] {
  return ts.isIdentifier(name) ? [name.text] : name.elements.flatMap((element) => (ts.isBindingElement(element) ? bindingNames(element.name) : []))
}

function propertyText(name: ts.Node | undefined): string | null {
  return name !== undefined && (ts.isIdentifier(name) || ts.isStringLiteralLike(name)) ? name.text : null
}

function hasModifier(node: ts.Node, kind: ts.SyntaxKind): boolean {
  return ts.canHaveModifiers(node) && (ts.getModifiers(node) ?? []).some((modifier) => modifier.kind === kind)
}

function isExported(statement: ts.Statement): boolean {
  return hasModifier(statement, ts.SyntaxKind.ExportKeyword)
}

function isImplementable(node: ts.Node): boolean {
  const type = ts.isTypeAliasDeclaration(node) ? node.type : null
  const members = ts.isInterfaceDeclaration(node) ? node.members : type !== null && ts.isTypeLiteralNode(type) ? type.members : []
  return members.some(
    (member) => ts.isMethodSignature(member) || (ts.isPropertySignature(member) && member.type !== undefined && ts.isFunctionTypeNode(member.type)),
  )
}

/** What the declared value is a subtype or implementation of, by its own annotations. */
function supertypesOf(node: ts.Node): readonly string[] {
  if (ts.isClassDeclaration(node) || ts.isInterfaceDeclaration(node))
    return (node.heritageClauses ?? []).flatMap((clause) => clause.types.flatMap((type) => headName(type.expression)))
  if (ts.isFunctionDeclaration(node)) return typeHead(node.type)
  if (ts.isVariableDeclaration(node)) {
    const value = node.initializer
    if (value === undefined) return typeHead(node.type)
    if (ts.isArrowFunction(value) || ts.isFunctionExpression(value)) return [...typeHead(node.type), ...typeHead(value.type)]
    if (ts.isClassExpression(value)) return (value.heritageClauses ?? []).flatMap((clause) => clause.types.flatMap((type) => headName(type.expression)))
    return [...typeHead(node.type), ...(ts.isSatisfiesExpression(value) ? typeHead(value.type) : []), ...customised(value)]
  }
  return []
}

/** `new PaymentHandler({ createPayment: async () => … })` is an implementation of `PaymentHandler` by its callbacks. */
function customised(value: ts.Expression): readonly string[] {
  if (!ts.isNewExpression(value)) return []
  const hasCallback = (value.arguments ?? []).some(
    (argument) =>
      ts.isObjectLiteralExpression(argument) &&
      argument.properties.some((property) => ts.isMethodDeclaration(property) || (ts.isPropertyAssignment(property) && isFunctionLike(property.initializer))),
  )
  return hasCallback ? headName(value.expression) : []
}

function typeHead(type: ts.TypeNode | undefined): readonly string[] {
  if (type === undefined || !ts.isTypeReferenceNode(type)) return []
  return ts.isIdentifier(type.typeName) ? [type.typeName.text] : [type.typeName.right.text]
}

function headName(node: ts.Expression): readonly string[] {
  if (ts.isIdentifier(node)) return [node.text]
  if (ts.isPropertyAccessExpression(node)) return ts.isIdentifier(node.expression) ? [`${node.expression.text}.${node.name.text}`] : []
  return ts.isCallExpression(node) ? node.arguments.flatMap((argument) => headName(argument)) : []
}

/** Cuts a declaration into units and notes what each mentions. */
import ts from 'typescript'
import { propertyText, requiredModule, unwrapAwait } from './syntax'
import { scanUnit, type ImportBinding, type UnitScan } from './unitScan'
import type { CompiledVocabulary } from './vocabulary'

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
  /** Where it makes a caller of a router (`router.createCaller(context)`): what makes it, and the names it may be asked for. */
  readonly callers: readonly string[]
  readonly asked: ReadonlySet<string>
  /** Top-level collections that functions in it put something into. */
  readonly filled: ReadonlySet<string>
}

interface Mentions {
  readonly mentions: Set<string>
  readonly filled: Set<string>
  readonly rendered: Set<string>
  readonly loads: { readonly specifier: string; readonly names: readonly string[] }[]
}

/** tRPC (11): `router.createCaller(context)`, or a function `createCaller` that `createCallerFactory` made. */
const makesCaller = /(?:^|\.)createCaller$/

function memberNamesIn(node: ts.Node, names = new Set<string>()): ReadonlySet<string> {
  if (ts.isPropertyAccessExpression(node)) names.add(node.name.text)
  ts.forEachChild(node, (child) => {
    memberNamesIn(child, names)
  })
  return names
}

/** Cuts a declaration into units: at the elements of object and array literals outside functions. A registry of 100 routers is 100 units. */
export class UnitSplitter {
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
    const found: Mentions = { mentions: new Set(), filled: new Set(), rendered: new Set(), loads: [] }
    const inner = new Set<ts.Node>()
    this.visit(node, found, inner, isInFunction(node), true)
    const callers = [...found.mentions].filter((mention) => makesCaller.test(mention))
    const asked = callers.length > 0 ? memberNamesIn(node) : new Set<string>()
    this.units.push({ parent, key: entryKey(node), ...found, callers, asked, ...scanUnit(node, inner, this.imports, this.vocabulary) })
    for (const child of inner) this.inUnit(child, index)
  }

  /** `outside` collects the nodes that become units of their own. Inside functions and class members everything else belongs together. */
  private visit(node: ts.Node, unit: Mentions, outside: Set<ts.Node>, insideFunction: boolean, isRoot: boolean): void {
    if (!isRoot && (isRouteStatement(node) || (!insideFunction && isOwnUnit(node)))) {
      outside.add(node)
      return
    }
    const inner = insideFunction || isFunctionLike(node)
    const collection = inner ? filledBy(node) : null
    if (collection !== null && this.known.has(collection)) unit.filled.add(collection)
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
/** `handlers` of `handlers.push(handler)` and `handlers[handler.code] = handler`. */
function filledBy(node: ts.Node): string | null {
  if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression) && ts.isIdentifier(node.expression.expression))
    return /^(?:push|set|add|unshift)$/.test(node.expression.name.text) ? node.expression.expression.text : null
  if (!ts.isBinaryExpression(node) || node.operatorToken.kind !== ts.SyntaxKind.EqualsToken || !ts.isElementAccessExpression(node.left)) return null
  return ts.isIdentifier(node.left.expression) ? node.left.expression.text : null
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
export function isFunctionLike(node: ts.Node): boolean {
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

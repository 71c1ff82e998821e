/**
 * The members of catalogued classes and interfaces, read from syntax alone. Serves values whose static type is lost in plain JavaScript: the
 * flow knows that a value is a `pg:Pool` and asks what `query` does on it. Names are resolved as written; generics are not instantiated.
 */
import ts from 'typescript'

/** A type by name, `null` when it has none we know, `this` for the type the member was asked of. */
export type TypeKey = string

export interface MemberEntry {
  /** One per overload. */
  readonly declarations: readonly ts.Declaration[]
  readonly result: TypeKey | null
}

interface TypeEntry {
  readonly members: Map<string, MemberEntry>
  readonly supertypes: TypeKey[]
  indexed: MemberEntry | null
}

interface Scope {
  readonly library: string
  /** Enclosing namespaces, outermost first. */
  readonly names: readonly string[]
  /** Names imported from other modelled packages. */
  readonly imports: ReadonlyMap<string, { readonly specifier: string; readonly name: string }>
  /** Constraints of the type parameters in scope. */
  readonly parameters: ReadonlyMap<string, ts.TypeNode | null>
}

/** Library of a module specifier, if modelled. */
type LibraryOfPackage = (specifier: string) => string | undefined

const callMember = '()'
const transparent = new Set(['Promise', 'PromiseLike', 'Awaited', 'NonNullable', 'Readonly', 'Partial', 'Required', 'Omit', 'Pick'])

export class MemberTable {
  private readonly types = new Map<TypeKey, TypeEntry>()
  private readonly pending: (() => void)[] = []

  constructor(private readonly libraryOfPackage: LibraryOfPackage) {}

  /** Two passes: names first, then members, because files refer to each other. */
  add(file: ts.SourceFile, library: string): void {
    this.statements(file.statements, { library, names: [], imports: new Map(), parameters: new Map() })
  }

  finish(): void {
    for (const task of this.pending) task()
    this.pending.length = 0
  }

  has(type: TypeKey): boolean {
    return this.types.has(type)
  }

  /** `()` is the type's call signature. Own members win over inherited ones, and every name wins over an index signature. */
  find(type: TypeKey, name: string): MemberEntry | undefined {
    const named = this.search(type, (entry) => entry.members.get(name), new Set())
    const found = named ?? (name === callMember ? undefined : this.search(type, (entry) => entry.indexed ?? undefined, new Set()))
    return found?.result === 'this' ? { ...found, result: type } : found
  }

  private search(type: TypeKey, pick: (entry: TypeEntry) => MemberEntry | undefined, seen: Set<TypeKey>): MemberEntry | undefined {
    const entry = this.types.get(type)
    if (entry === undefined || seen.has(type)) return undefined
    seen.add(type)
    const own = pick(entry)
    if (own !== undefined) return own
    for (const supertype of entry.supertypes) {
      const inherited = this.search(supertype, pick, seen)
      if (inherited !== undefined) return inherited
    }
    return undefined
  }

  private statements(statements: readonly ts.Statement[], outer: Scope): void {
    const scope = { ...outer, imports: new Map([...outer.imports, ...importsOf(statements)]) }
    for (const statement of statements) {
      if (ts.isModuleDeclaration(statement)) {
        const names = ts.isStringLiteral(statement.name) || statement.name.text === 'global' ? [] : [...scope.names, statement.name.text]
        const body = statement.body
        if (body !== undefined && ts.isModuleBlock(body)) this.statements(body.statements, { ...scope, names })
        else if (body !== undefined && ts.isModuleDeclaration(body)) this.statements([body], { ...scope, names })
      } else if (ts.isClassDeclaration(statement)) {
        this.class(statement, scope)
      } else if (ts.isInterfaceDeclaration(statement)) {
        this.declared(qualified(scope, statement.name.text), statement, statement.members, withParameters(scope, statement))
      } else if (ts.isTypeAliasDeclaration(statement)) {
        this.alias(qualified(scope, statement.name.text), statement.type, withParameters(scope, statement))
      }
    }
  }

  private class(node: ts.ClassDeclaration, outer: Scope): void {
    const scope = withParameters(outer, node)
    const name = node.name?.text ?? 'default'
    const isStatic = (member: ts.ClassElement): boolean =>
      ts.canHaveModifiers(member) && (ts.getModifiers(member) ?? []).some((modifier) => modifier.kind === ts.SyntaxKind.StaticKeyword)
    this.declared(
      qualified(scope, name),
      node,
      node.members.filter((member) => !isStatic(member)),
      scope,
    )
    this.declared(staticSide(qualified(scope, name)), node, node.members.filter(isStatic), scope)
  }

  private declared(
    key: TypeKey,
    node: ts.ClassDeclaration | ts.InterfaceDeclaration,
    members: readonly (ts.ClassElement | ts.TypeElement)[],
    scope: Scope,
  ): void {
    const entry = this.entry(key)
    this.pending.push(() => {
      for (const clause of node.heritageClauses ?? []) {
        for (const type of clause.types) {
          const found = this.named(ts.isIdentifier(type.expression) || ts.isPropertyAccessExpression(type.expression) ? type.expression.getText() : '', scope)
          if (found !== null) entry.supertypes.push(isStaticSide(key) ? staticSide(found) : found)
        }
      }
      this.fill(entry, members, scope)
    })
  }

  private fill(entry: TypeEntry, members: readonly (ts.ClassElement | ts.TypeElement)[], scope: Scope): void {
    for (const member of members) {
      if (ts.isIndexSignatureDeclaration(member)) entry.indexed ??= { declarations: [member], result: this.resultOf(member.type, scope) }
      else if (ts.isCallSignatureDeclaration(member))
        addMember(entry, callMember, { declarations: [member], result: this.resultOf(member.type, withParameters(scope, member)) })
      else if (ts.isMethodSignature(member) || ts.isMethodDeclaration(member))
        addMember(entry, nameOf(member), { declarations: [member], result: this.resultOf(member.type, withParameters(scope, member)) })
      else if (ts.isPropertySignature(member) || ts.isPropertyDeclaration(member) || ts.isGetAccessorDeclaration(member)) {
        addMember(entry, nameOf(member), { declarations: [member], result: this.resultOf(calledType(member.type), scope) })
      }
    }
  }

  /** Aliases of object types are types; aliases of anything else (unions, functions, literals) are looked through. */
  private alias(key: TypeKey, type: ts.TypeNode, scope: Scope): void {
    if (!ts.isIntersectionTypeNode(type) && !ts.isTypeLiteralNode(type) && !ts.isTypeReferenceNode(type)) return
    const entry = this.entry(key)
    this.pending.push(() => {
      if (ts.isTypeLiteralNode(type)) this.fill(entry, type.members, scope)
      else {
        for (const part of ts.isIntersectionTypeNode(type) ? type.types : [type]) {
          const found = this.resultOf(part, scope)
          if (found !== null && found !== 'this') entry.supertypes.push(found)
        }
      }
    })
  }

  private resultOf(type: ts.TypeNode | undefined, scope: Scope): TypeKey | null {
    if (type === undefined) return null
    if (type.kind === ts.SyntaxKind.ThisType) return 'this'
    if (ts.isParenthesizedTypeNode(type)) return this.resultOf(type.type, scope)
    if (ts.isUnionTypeNode(type)) return firstNonNull(type.types, (part) => this.resultOf(part, scope))
    if (ts.isTypeLiteralNode(type) || ts.isIntersectionTypeNode(type)) return this.anonymous(type, scope)
    if (ts.isTypeQueryNode(type)) {
      const found = this.named(type.exprName.getText(), scope)
      return found === null ? null : staticSide(found)
    }
    if (ts.isImportTypeNode(type)) return this.imported(type)
    if (!ts.isTypeReferenceNode(type)) return null
    const name = type.typeName.getText()
    if (transparent.has(name)) return this.resultOf(type.typeArguments?.[0], scope)
    if (!scope.parameters.has(name)) return this.named(name, scope)
    return this.resultOf(scope.parameters.get(name) ?? undefined, { ...scope, parameters: new Map([...scope.parameters, [name, null]]) })
  }

  private anonymous(type: ts.TypeLiteralNode | ts.IntersectionTypeNode, scope: Scope): TypeKey {
    const key = anonymousKey(scope.library, type)
    if (!this.types.has(key)) this.alias(key, type, scope)
    // The key was made while members are being filled in: fill it in the same round.
    const task = this.pending.pop()
    if (task !== undefined) task()
    return key
  }

  private imported(type: ts.ImportTypeNode): TypeKey | null {
    if (!ts.isLiteralTypeNode(type.argument) || !ts.isStringLiteral(type.argument.literal) || type.qualifier === undefined) return null
    const library = this.libraryOfPackage(type.argument.literal.text)
    return library === undefined ? null : this.known(`${library}:${type.qualifier.getText()}`)
  }

  /** Looks outward through the enclosing namespaces, then at the imports, then at the globals of `globals.d.ts`. */
  private named(name: string, scope: Scope): TypeKey | null {
    for (let depth = scope.names.length; depth >= 0; depth--) {
      const found = this.known(`${scope.library}:${[...scope.names.slice(0, depth), name].join('.')}`)
      if (found !== null) return found
    }
    const [head = '', ...rest] = name.split('.')
    const source = scope.imports.get(head)
    const library = source === undefined ? undefined : this.libraryOfPackage(source.specifier)
    if (source !== undefined && library !== undefined) {
      const path = source.name === '*' ? rest : [source.name === 'default' ? head : source.name, ...rest]
      return this.known(`${library}:${path.join('.')}`)
    }
    return this.known(`globals:${name}`)
  }

  private known(key: TypeKey): TypeKey | null {
    return this.types.has(key) ? key : null
  }

  private entry(key: TypeKey): TypeEntry {
    const entry = this.types.get(key) ?? { members: new Map<string, MemberEntry>(), supertypes: [], indexed: null }
    this.types.set(key, entry)
    return entry
  }
}

export function staticSide(key: TypeKey): TypeKey {
  return key.replace(':', ':typeof ')
}

function isStaticSide(key: TypeKey): boolean {
  return key.includes(':typeof ')
}

/** A type literal has no name; its place serves. */
export function anonymousKey(library: string, node: ts.Node): TypeKey {
  const file = node.getSourceFile().fileName.split('/').at(-1) ?? ''
  return `${library}:{${file}#${String(node.getStart())}}`
}

/** `Stripe.Checkout.Session` for a declaration nested in namespaces. */
export function qualifiedName(node: ts.Node, name: string): string {
  const names = [name]
  for (let parent = node.parent as ts.Node | undefined; parent !== undefined; parent = parent.parent as ts.Node | undefined) {
    if (ts.isModuleDeclaration(parent) && ts.isIdentifier(parent.name) && parent.name.text !== 'global') names.unshift(parent.name.text)
  }
  return names.join('.')
}

function qualified(scope: Scope, name: string): TypeKey {
  return `${scope.library}:${[...scope.names, name].join('.')}`
}

/** Without argument types all overloads are possible; the first gives the result. */
function addMember(entry: TypeEntry, name: string, member: MemberEntry): void {
  const known = entry.members.get(name)
  entry.members.set(name, known === undefined ? member : { ...known, declarations: [...known.declarations, ...member.declarations] })
}

function nameOf(member: ts.ClassElement | ts.TypeElement): string {
  const name = member.name
  return name !== undefined && (ts.isIdentifier(name) || ts.isStringLiteral(name) || ts.isNumericLiteral(name)) ? name.text : ''
}

/** A property with a function type is used like a method. */
function calledType(type: ts.TypeNode | undefined): ts.TypeNode | undefined {
  if (type === undefined) return undefined
  if (ts.isParenthesizedTypeNode(type)) return calledType(type.type)
  return ts.isFunctionTypeNode(type) ? type.type : type
}

function withParameters(scope: Scope, node: { readonly typeParameters?: ts.NodeArray<ts.TypeParameterDeclaration> | undefined }): Scope {
  if (node.typeParameters === undefined) return scope
  const own = node.typeParameters.map((parameter) => [parameter.name.text, parameter.constraint ?? parameter.default ?? null] as const)
  return { ...scope, parameters: new Map([...scope.parameters, ...own]) }
}

function importsOf(statements: readonly ts.Statement[]): ReadonlyMap<string, { readonly specifier: string; readonly name: string }> {
  const found = new Map<string, { readonly specifier: string; readonly name: string }>()
  for (const statement of statements) {
    if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier)) continue
    const specifier = statement.moduleSpecifier.text
    const clause = statement.importClause
    if (clause?.name !== undefined) found.set(clause.name.text, { specifier, name: 'default' })
    const bindings = clause?.namedBindings
    if (bindings === undefined) continue
    if (ts.isNamespaceImport(bindings)) found.set(bindings.name.text, { specifier, name: '*' })
    else for (const element of bindings.elements) found.set(element.name.text, { specifier, name: (element.propertyName ?? element.name).text })
  }
  return found
}

function firstNonNull<T, R>(items: readonly T[], pick: (item: T) => R | null): R | null {
  for (const item of items) {
    const found = pick(item)
    if (found !== null) return found
  }
  return null
}

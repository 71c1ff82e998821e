/** One source file as plain data: functions as ordered trees of statements and expressions. No syntax nodes. */
import type { FilePath, Span } from '../base/location'
import type { CatalogueEffect, CatalogueType } from '../models/effects'

export type { CatalogueType } from '../models/effects'

/** `FILE#OFFSET` of the function's first character. The module's own top-level code has offset -1. */
export type FunctionId = string & { readonly __brand: 'FunctionId' }
/** `FILE#OFFSET` of the declared name. Unique over the workspace, so one flat environment can hold every variable. */
export type VariableId = string & { readonly __brand: 'VariableId' }
/** `FILE#OFFSET` of a class, interface or object type. */
export type TypeId = string & { readonly __brand: 'TypeId' }

interface Node {
  readonly at: Span
  /** The catalogue type of the expression's value, where the checker knows one (only on var, prop, call, this, as needed). */
  readonly type?: CatalogueType
}

export type Expression = Node &
  (
    | { readonly kind: 'constant'; readonly value: string | number | boolean | null }
    | { readonly kind: 'undefined' }
    /** Any variable, local, imported (already followed to its declaration) or parameter. */
    | { readonly kind: 'variable'; readonly id: VariableId; readonly name: string }
    /** A name with no declaration we know (globals, unresolved imports). `module`: the unresolved import's specifier. */
    | { readonly kind: 'global'; readonly name: string; readonly module: string | null }
    /** A function or arrow expression, or a reference to a declared function. */
    | { readonly kind: 'function'; readonly id: FunctionId }
    | { readonly kind: 'class'; readonly id: TypeId }
    /** A namespace import or `require` of a workspace file. */
    | { readonly kind: 'module'; readonly file: FilePath }
    /** `base`: written `super`. */
    | { readonly kind: 'this'; readonly base?: true }
    /** `effects`: tags of the declared property (`@status`, `@eventType`, `@derive`, …). `method`: a workspace member it resolves to. */
    | {
        readonly kind: 'property'
        readonly object: Expression
        readonly name: string
        readonly nameAt: Span
        readonly optional: boolean
        readonly effects: readonly CatalogueEffect[]
        readonly member: MemberReference | null
      }
    | { readonly kind: 'element'; readonly object: Expression; readonly key: Expression }
    | { readonly kind: 'object'; readonly properties: readonly ObjectProperty[] }
    | { readonly kind: 'array'; readonly items: readonly ArrayItem[] }
    | CallExpression
    | { readonly kind: 'await'; readonly value: Expression }
    | { readonly kind: 'conditional'; readonly test: Expression; readonly whenTrue: Expression; readonly whenFalse: Expression }
    | { readonly kind: 'logical'; readonly operator: '&&' | '||' | '??'; readonly left: Expression; readonly right: Expression }
    | { readonly kind: 'not'; readonly value: Expression }
    | {
        readonly kind: 'compare'
        readonly operator: '===' | '!==' | '<' | '<=' | '>' | '>=' | 'in' | 'instanceof'
        readonly left: Expression
        readonly right: Expression
      }
    /** `+`, `-`, … : `operator` kept so that read-modify-write can be seen. */
    | { readonly kind: 'arithmetic'; readonly operator: string; readonly left: Expression; readonly right: Expression }
    | { readonly kind: 'template'; readonly parts: readonly Expression[] }
    /** `operator` is `=` or the compound one (`+=`, `??=`). The target is a variable, property or element. */
    /** `holder`: the workspace class of the object whose property is assigned. */
    | { readonly kind: 'assign'; readonly operator: string; readonly target: Pattern | Expression; readonly value: Expression; readonly holder?: TypeId }
    | { readonly kind: 'sequence'; readonly items: readonly Expression[] }
    /** Dynamic `import('./x')`: a promise of the module. `file` is null when it is not in the workspace. */
    | { readonly kind: 'import'; readonly file: FilePath | null; readonly specifier: string }
    | { readonly kind: 'yield'; readonly value: Expression; readonly delegate: boolean }
    /** Anything else: its parts are evaluated for their effects, its value is unknown. */
    | { readonly kind: 'other'; readonly parts: readonly Expression[] }
  )

export type CallExpression = Node & {
  readonly kind: 'call'
  /** `new X()`; a tagged template is a call whose first argument is a `template`. */
  readonly form: 'call' | 'new' | 'tag'
  readonly callee: Expression
  readonly arguments: readonly ArrayItem[]
  /** The last name of the callee, where a finding points: `create` of `db.order.create`. */
  readonly nameAt: Span
  /** Receiver chain and method as written, without arguments: `db.order.create`. */
  readonly text: string
  /** Functions of the workspace the checker resolves the callee to (bodies only; the graph adds overriding methods). */
  readonly targets: readonly FunctionId[]
  /** The method of a workspace class or interface it resolves to, for dispatch. */
  readonly member: MemberReference | null
  /** Tags of the declaration it resolves to. */
  readonly effects: readonly CatalogueEffect[]
  /** `declared`: workspace or catalogue. `external`: a package outside both. `unresolved`: the receiver is `any`. */
  readonly resolution: 'declared' | 'external' | 'unresolved'
  /** The static type of the result is `never`. */
  readonly neverReturns: boolean
  /** Name of the first type argument of the receiver or call: `Order` of `Repository<Order>`. */
  readonly typeArgument: string | null
}

export interface MemberReference {
  readonly owner: TypeId
  readonly name: string
}

/** `key` null: a spread. A computed key that is not constant is an expression. */
export interface ObjectProperty {
  readonly key: string | Expression | null
  readonly value: Expression
  /** `@onEvent` and like tags of the property in the contextual type. */
  readonly effects: readonly CatalogueEffect[]
}

export interface ArrayItem {
  readonly value: Expression
  readonly spread: boolean
}

/** `key` null: a computed one. `effects`: tags of the declared property, as on `property`; absent when there are none. */
export interface PatternProperty {
  readonly key: string | null
  readonly pattern: Pattern
  readonly effects?: readonly CatalogueEffect[]
}

export type Pattern =
  | { readonly kind: 'name'; readonly id: VariableId; readonly name: string; readonly fallback: Expression | null }
  | { readonly kind: 'objectPattern'; readonly properties: readonly PatternProperty[]; readonly rest: Pattern | null; readonly fallback: Expression | null }
  | { readonly kind: 'arrayPattern'; readonly items: readonly (Pattern | null)[]; readonly rest: Pattern | null; readonly fallback: Expression | null }

export type Statement = { readonly at: Span } & (
  | { readonly kind: 'expression'; readonly value: Expression }
  | { readonly kind: 'declare'; readonly pattern: Pattern; readonly value: Expression | null }
  | { readonly kind: 'if'; readonly test: Expression; readonly then: readonly Statement[]; readonly otherwise: readonly Statement[] }
  /** `while`, `do`, `for`: `test` null is an endless loop. `initial` and `step` of a `for`. */
  | {
      readonly kind: 'loop'
      readonly form: 'while' | 'do' | 'for'
      readonly initial: readonly Statement[]
      readonly test: Expression | null
      readonly step: Expression | null
      readonly body: readonly Statement[]
      readonly label: string | null
    }
  | {
      readonly kind: 'each'
      readonly form: 'of' | 'in' | 'await'
      readonly pattern: Pattern
      readonly over: Expression
      readonly body: readonly Statement[]
      readonly label: string | null
    }
  /** Cases in order; `test` null is `default`. Falls through unless a body ends with `break`. */
  | {
      readonly kind: 'switch'
      readonly value: Expression
      readonly cases: readonly { readonly at: Span; readonly test: Expression | null; readonly body: readonly Statement[] }[]
    }
  | {
      readonly kind: 'try'
      readonly body: readonly Statement[]
      readonly handler: { readonly at: Span; readonly pattern: Pattern | null; readonly body: readonly Statement[] } | null
      readonly finalizer: readonly Statement[] | null
    }
  | { readonly kind: 'return'; readonly value: Expression | null }
  | { readonly kind: 'throw'; readonly value: Expression }
  | { readonly kind: 'break'; readonly label: string | null }
  | { readonly kind: 'continue'; readonly label: string | null }
  | { readonly kind: 'block'; readonly body: readonly Statement[]; readonly label: string | null }
)

export interface Parameter {
  readonly pattern: Pattern
  readonly rest: boolean
  readonly type?: CatalogueType
  /** The workspace class that it is declared to be of, where a decorator fills it. */
  readonly of?: TypeId
}

export interface Decorator {
  readonly at: Span
  readonly name: string
  readonly arguments: readonly Expression[]
  readonly effects: readonly CatalogueEffect[]
  /** As the code has it; one of its own may stand for several others, which share it. */
  readonly written: { readonly callee: Expression; readonly arguments: readonly Expression[] }
}

export interface FunctionFacts {
  readonly id: FunctionId
  readonly file: FilePath
  /** `fulfil`, `OrderService.create`, `POST`; an anonymous callback has the name of what it is assigned to, or ''. */
  readonly name: string
  readonly at: Span
  readonly nameAt: Span
  readonly parameters: readonly Parameter[]
  /** A concise arrow body is one `return`. */
  readonly body: readonly Statement[]
  readonly async: boolean
  readonly generator: boolean
  /** The function it stands in, for inline callbacks. */
  readonly enclosing: FunctionId | null
  readonly owner: TypeId | null
  readonly decorators: readonly Decorator[]
  /** Decorators of each parameter, by index. */
  readonly parameterDecorators: readonly (readonly Decorator[])[]
  /** Directive prologue: `use server`, `use step`. */
  readonly directives: readonly string[]
}

/** A class, interface, or object type alias of the workspace. */
export interface TypeFacts {
  readonly id: TypeId
  readonly kind: 'class' | 'interface'
  readonly name: string
  readonly at: Span
  /** Workspace classes and interfaces in `extends` and `implements`. */
  readonly supertypes: readonly TypeId[]
  /** Catalogue type it extends, if any: `bullmq:WorkerHost`. */
  readonly catalogueSupertype: CatalogueType | null
  readonly constructorId: FunctionId | null
  readonly methods: readonly { readonly name: string; readonly id: FunctionId; readonly isStatic: boolean }[]
  /** Fields by initialiser or by assignment in the constructor. */
  readonly fields: readonly { readonly name: string; readonly value: Expression; readonly isStatic: boolean }[]
  readonly decorators: readonly Decorator[]
}

export interface FileFacts {
  readonly file: FilePath
  readonly lineStarts: readonly number[]
  /** Top-level code, as a function without parameters. */
  readonly module: FunctionFacts
  /** Every other function of the file, in source order. */
  readonly functions: readonly FunctionFacts[]
  readonly types: readonly TypeFacts[]
  /** Initialisers of module-level variables (and of enum members and namespaces' exported constants), evaluated on demand. */
  readonly variables: readonly { readonly id: VariableId; readonly name: string; readonly value: Expression }[]
  /** Exported names, `default` and CommonJS `module.exports` (name `export=`) included; re-exports followed. */
  readonly exports: readonly { readonly name: string; readonly value: Expression }[]
  /** Object literal members whose contextual type is a workspace interface: they implement it. */
  readonly implementations: readonly { readonly member: MemberReference; readonly value: Expression }[]
  /** Payment providers whose vocabulary occurs in the text: gates event names that are not unique to a provider. */
  readonly providers: readonly string[]
  readonly directives: readonly string[]
  /** Unique keys of tables declared in this file (drizzle, TypeORM, Mongoose, Sequelize schemas, SQL in migrations). */
  readonly uniqueKeys: readonly UniqueKey[]
}

/** A table's unique key. `generated`: its value is made by the database or at random, so a repeat would not collide. */
export interface UniqueKey {
  readonly table: string
  readonly columns: readonly string[]
  readonly generated: boolean
}

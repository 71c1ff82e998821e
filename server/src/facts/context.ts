/** What the lowering of one file carries along: the checker, the catalogue, where it stands, and what it has found so far. */
import type ts from 'typescript'
import type { FilePath } from '../base/location'
import type { Catalogue } from '../models/catalogue'
import type { CatalogueEffect, CatalogueType } from '../models/effects'
import type { Expression, FileFacts, FunctionFacts, FunctionId, ObjectProperty, Statement, TypeFacts, TypeId, VariableId } from './ir'
import type { FunctionNode } from './syntax'
import type { Reference } from './references'

/** Finds the workspace file a specifier names where the checker does not follow it (`require` in TypeScript). */
export type ModuleResolver = (specifier: string, from: FilePath) => FilePath | null

/** Only what the lowering asks; the whole catalogue fits. */
export type LoweringCatalogue = Pick<Catalogue, 'effectsOf' | 'isModelFile' | 'typeName' | 'providers'>

/** The mutually recursive parts of the lowering reach each other through this table, so that files need no import cycles. */
export interface Lowering {
  expression(ctx: FileContext, node: ts.Expression): Expression
  statements(ctx: FileContext, nodes: readonly ts.Statement[]): readonly Statement[]
  functionNode(ctx: FileContext, node: FunctionNode, owner: TypeId | null): FunctionId
}

export interface Field {
  readonly name: string
  readonly value: Expression
  readonly isStatic: boolean
}

export interface Scope {
  /** Null in the module's own code. */
  readonly function: FunctionId | null
  /** Where `this.x = …` is noted; null where `this` is no instance of a class. */
  readonly fields: Field[] | null
}

export interface FileContext {
  readonly sourceFile: ts.SourceFile
  readonly file: FilePath
  readonly checker: ts.TypeChecker
  readonly catalogue: LoweringCatalogue
  readonly resolveModule: ModuleResolver
  readonly lower: Lowering
  scope: Scope
  readonly functions: FunctionFacts[]
  readonly types: TypeFacts[]
  readonly implementations: FileFacts['implementations'][number][]
  /** Module-level variables; `value` null: declared without one. */
  readonly variables: Map<VariableId, { readonly name: string; readonly value: Expression | null }>
  /** What is assigned to a variable after its declaration, anywhere in the file. */
  readonly assignments: Map<VariableId, Expression[]>
  /** Properties the module's own code adds to a variable: `controller.pay = …`. */
  readonly expandos: Map<VariableId, ObjectProperty[]>
  /** `exports.f = …`; `export=` for `module.exports = …`. */
  readonly commonJs: { readonly name: string; readonly value: Expression }[]
  readonly exportAssignments: Map<ts.ExportAssignment, Expression>
  readonly caches: {
    readonly references: Map<ts.Symbol, Reference>
    readonly types: Map<ts.Type, CatalogueType | null>
    readonly symbols: Map<ts.Node, ts.Symbol | null>
    readonly typesAt: Map<ts.Node, ts.Type>
    readonly markers: Map<ts.Node, readonly CatalogueEffect[]>
  }
}

export function within<T>(ctx: FileContext, scope: Scope, run: () => T): T {
  const outer = ctx.scope
  ctx.scope = scope
  try {
    return run()
  } finally {
    ctx.scope = outer
  }
}

export function note<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key)
  if (list === undefined) lists.set(key, [value])
  else list.push(value)
}

/** One source file as plain facts. The only entrance to this layer: nothing of the compiler leaves it. */
import type ts from 'typescript'
import { derived } from '../base/derived'
import { filePath, lineStartsOf } from '../base/location'
import { wordPattern } from '../base/wordPattern'
import type { Provider } from '../models/providers'
import type { FileContext, Lowering, LoweringCatalogue, ModuleResolver } from './context'
import { exportsOf } from './exports'
import { lowerExpression } from './expressions'
import { lowerFunction } from './functions'
import { moduleFunctionId } from './ids'
import type { Expression, FileFacts, FunctionFacts, ObjectProperty } from './ir'
import { lowerStatements } from './statements'
import { directivesOf } from './syntax'
import { uniqueKeysOf } from './uniqueKeys'

const lower: Lowering = { expression: lowerExpression, statements: lowerStatements, functionNode: lowerFunction }

const resolvesNothing: ModuleResolver = () => null

export function extractFacts(
  sourceFile: ts.SourceFile,
  checker: ts.TypeChecker,
  catalogue: LoweringCatalogue,
  resolveModule: ModuleResolver = resolvesNothing,
): FileFacts {
  const file = filePath(sourceFile.fileName)
  const ctx: FileContext = {
    sourceFile,
    file,
    checker,
    catalogue,
    resolveModule,
    lower,
    scope: { function: null, fields: null },
    functions: [],
    types: [],
    implementations: [],
    variables: new Map(),
    assignments: new Map(),
    expandos: new Map(),
    commonJs: [],
    exportAssignments: new Map(),
    caches: { references: new Map(), types: new Map(), symbols: new Map(), typesAt: new Map(), markers: new Map() },
  }
  const module = moduleFunction(ctx)
  const functions = ctx.functions.toSorted((a, b) => a.at.start - b.at.start)
  return {
    file,
    lineStarts: lineStartsOf(sourceFile.text),
    module,
    functions,
    types: ctx.types.toSorted((a, b) => a.at.start - b.at.start),
    variables: variablesOf(ctx),
    exports: exportsOf(ctx),
    implementations: ctx.implementations,
    providers: providersIn(sourceFile.text, catalogue),
    directives: directivesOf(sourceFile.statements),
    uniqueKeys: uniqueKeysOf(sourceFile),
  }
}

function moduleFunction(ctx: FileContext): FunctionFacts {
  return {
    id: moduleFunctionId(ctx.file),
    file: ctx.file,
    name: '',
    at: { start: 0, end: ctx.sourceFile.end },
    nameAt: { start: 0, end: 0 },
    parameters: [],
    body: lowerStatements(ctx, ctx.sourceFile.statements),
    async: false,
    generator: false,
    enclosing: null,
    owner: null,
    decorators: [],
    parameterDecorators: [],
    directives: directivesOf(ctx.sourceFile.statements),
  }
}

/** A variable that is assigned again may hold any of its values. An empty initialiser is only a placeholder: who uses the variable relies on the assignment. */
function variablesOf(ctx: FileContext): FileFacts['variables'] {
  const found: FileFacts['variables'][number][] = []
  for (const [id, { name, value }] of ctx.variables) {
    const values = [...(value === null || isEmpty(value) ? [] : [value]), ...(ctx.assignments.get(id) ?? [])]
    const [first, ...others] = values.length === 0 && value !== null ? [value] : values
    if (first === undefined) continue
    found.push({ id, name, value: withProperties(others.reduce(either, first), ctx.expandos.get(id)) })
  }
  return found
}

function isEmpty(value: Expression): boolean {
  return value.kind === 'undefined' || (value.kind === 'constant' && value.value === null)
}

function either(a: Expression, b: Expression): Expression {
  return { kind: 'conditional', at: a.at, test: { kind: 'other', at: a.at, parts: [] }, whenTrue: a, whenFalse: b }
}

function withProperties(value: Expression, added: readonly ObjectProperty[] | undefined): Expression {
  return value.kind === 'object' && added !== undefined ? { ...value, properties: [...value.properties, ...added] } : value
}

const wordsOf = derived((provider: Provider) => wordPattern(provider.words))

function providersIn(text: string, catalogue: LoweringCatalogue): readonly string[] {
  return catalogue.providers.filter((provider) => speaksOf(text, provider)).map((provider) => provider.name)
}

function speaksOf(text: string, provider: Provider): boolean {
  return wordsOf(provider)?.test(text) === true
}

/** Builds the call graph from the facts of every file: one table per question the walk asks. */
import type { SchemaRelation } from '../models/schemaText'
import { locate, type FilePath } from '../base/location'
import type { Expression, FileFacts, FunctionFacts, FunctionId, MemberReference, TypeFacts, TypeId, UniqueKey, VariableId } from '../facts/ir'
import { functionsOf } from '../facts/visit'
import { Hierarchy } from './hierarchy'
import type { CallGraph } from './graph'
import { messagesOf } from './messages'

/** `schemaKeys`, `relations`: from schema files that are no source files (`schema.prisma`, SQL). */
export function buildGraph(files: readonly FileFacts[], schemaKeys: readonly UniqueKey[], relations: readonly SchemaRelation[] = []): CallGraph {
  const byPath = new Map(files.map((file) => [file.file, file]))
  const functions = new Map<FunctionId, FunctionFacts>()
  const types = new Map<TypeId, TypeFacts>()
  const variables = new Map<VariableId, Expression>()
  for (const file of files) {
    for (const fn of functionsOf(file)) functions.set(fn.id, fn)
    for (const type of file.types) types.set(type.id, type)
    for (const variable of file.variables) variables.set(variable.id, variable.value)
  }

  const hierarchy = new Hierarchy(types, files)
  const exportsCache = new Map<FilePath, ReadonlyMap<string, Expression>>()
  const keys = new Map<string, UniqueKey[]>()
  for (const key of [...schemaKeys, ...files.flatMap((file) => file.uniqueKeys)]) {
    const table = normalisedTable(key.table)
    keys.set(table, [...(keys.get(table) ?? []), key])
  }
  const related = new Map(relations.map(({ table, field, to }) => [`${normalisedTable(table)}.${field}`, to]))

  const base = {
    files: byPath,
    functionOf: (id: FunctionId) => functions.get(id),
    typeOf: (id: TypeId) => types.get(id),
    moduleVariable: (id: VariableId) => variables.get(id),
    exportsOf(path: FilePath): ReadonlyMap<string, Expression> {
      const known = exportsCache.get(path)
      if (known !== undefined) return known
      const made = new Map(byPath.get(path)?.exports.map(({ name, value }) => [name, value]))
      exportsCache.set(path, made)
      return made
    },
    dispatch: (member: MemberReference) => hierarchy.dispatch(member),
    fieldValues: (member: MemberReference) => hierarchy.fieldValues(member),
    relatedTable: (table: string, field: string) => related.get(`${normalisedTable(table)}.${field}`),
    uniqueKeys: (table: string) => keys.get(normalisedTable(table)) ?? [],
    locate: (path: FilePath, span: { readonly start: number; readonly end: number }) => locate(path, byPath.get(path)?.lineStarts ?? [0], span),
  }
  return { ...base, ...messagesOf(base) }
}

/** `order_items`, `OrderItem` and `orderItems` are one table. */
export function normalisedTable(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .replace(/ies$/, 'y')
    .replace(/(?<!s)s$/, '')
}

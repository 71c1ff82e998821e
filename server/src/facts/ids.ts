/** Identities of functions, variables and types: the file and the offset where they are declared. */
import type ts from 'typescript'
import { derived } from '../base/derived'
import { filePath, type FilePath, type Span } from '../base/location'
import type { FunctionId, TypeId, VariableId } from './ir'
import type { FunctionNode, ObjectTypeNode } from './syntax'

/** `node` stands in the file being lowered. */
export function spanOf(ctx: { readonly sourceFile: ts.SourceFile }, node: ts.Node): Span {
  return { start: node.getStart(ctx.sourceFile), end: node.end }
}

export function fileOf(node: ts.Node): FilePath {
  return pathOf(node.getSourceFile())
}

const pathOf = derived((source: ts.SourceFile): FilePath => filePath(source.fileName))

export function functionId(node: FunctionNode): FunctionId {
  return identity(node) as FunctionId
}

export function moduleFunctionId(file: FilePath): FunctionId {
  return `${file}#-1` as FunctionId
}

/** `name`: the declared identifier. */
export function variableId(name: ts.Node): VariableId {
  return identity(name) as VariableId
}

export function typeId(node: ObjectTypeNode): TypeId {
  return identity(node) as TypeId
}

function identity(node: ts.Node): string {
  const source = node.getSourceFile()
  return `${pathOf(source)}#${String(node.getStart(source))}`
}

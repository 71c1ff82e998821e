/** Identities of functions, variables and types: the file and the offset where they are declared. */
import type ts from 'typescript'
import { filePath, type FilePath, type Span } from '../base/location'
import type { FunctionId, TypeId, VariableId } from './ir'
import type { FunctionNode, ObjectTypeNode } from './syntax'

export function spanOf(node: ts.Node): Span {
  return { start: node.getStart(), end: node.end }
}

export function fileOf(node: ts.Node): FilePath {
  return filePath(node.getSourceFile().fileName)
}

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
  return `${fileOf(node)}#${String(node.getStart())}`
}

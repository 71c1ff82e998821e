/** What a module hands out: declarations, re-exports followed to their source, and CommonJS assignments. */
import ts from 'typescript'
import type { FileContext } from './context'
import { spanOf } from './ids'
import type { Expression, FileFacts } from './ir'
import { referenceExpression, referenceOf } from './references'
import { followAlias } from './symbols'

type Exported = FileFacts['exports'][number]

export function exportsOf(ctx: FileContext): readonly Exported[] {
  const exported = new Map<string, Exported>()
  const add = (name: string, value: Expression): void => {
    if (!exported.has(name)) exported.set(name, { name, value })
  }
  for (const { name, value } of ctx.commonJs) add(name, value)
  const whole = exported.get('export=')?.value
  if (whole?.kind === 'object') {
    for (const property of whole.properties) if (typeof property.key === 'string') add(property.key, property.value)
  }
  for (const [node, value] of ctx.exportAssignments) add(node.isExportEquals === true ? 'export=' : 'default', value)
  const module = ctx.checker.getSymbolAtLocation(ctx.sourceFile)
  const isModule = module !== undefined && ts.isExternalModule(ctx.sourceFile)
  for (const symbol of isModule ? ctx.checker.getExportsOfModule(module) : []) {
    // The `prototype` of an exported class is no export.
    if (isValue(ctx, symbol) && (symbol.flags & ts.SymbolFlags.Prototype) === 0)
      add(symbol.name, referenceExpression(referenceOf(ctx, symbol), placeOf(ctx, symbol)))
  }
  return [...exported.values()]
}

/** An alias that leads nowhere may be a value: its package is not installed, or lies outside the files read. */
function isValue(ctx: FileContext, symbol: ts.Symbol): boolean {
  const target = followAlias(ctx, symbol)
  if (target.declarations === undefined)
    return !symbol.declarations?.some((node) => ts.isExportSpecifier(node) && (node.isTypeOnly || node.parent.parent.isTypeOnly))
  return (target.flags & ts.SymbolFlags.Value) !== 0
}

/** The name in this file; its start for what `export *` brings in. */
function placeOf(ctx: FileContext, symbol: ts.Symbol): Expression['at'] {
  const declaration = symbol.declarations?.find((node) => node.getSourceFile() === ctx.sourceFile)
  return declaration === undefined ? { start: 0, end: 0 } : spanOf(ctx, ts.getNameOfDeclaration(declaration) ?? declaration)
}

/** Effects of a declaration: the catalogue's tags, or `@paidpath` markers on a function of the workspace. */
import ts from 'typescript'
import { derived } from '../base/derived'
import type { CatalogueEffect } from '../models/effects'
import { commentBefore } from '../models/providers'
import { parseEffect, tagsOf } from '../models/tags'
import type { FileContext } from './context'

const none: readonly CatalogueEffect[] = []
const library = 'workspace'

export function effectsOf(ctx: FileContext, declaration: ts.Declaration): readonly CatalogueEffect[] {
  const source = declaration.getSourceFile()
  if (ctx.catalogue.isModelFile(source.fileName)) return ctx.catalogue.effectsOf(declaration)
  if (!hasMarkers(source)) return none
  const { markers } = ctx.caches
  const known = markers.get(declaration)
  if (known !== undefined) return known
  const effects = markersOf(source, declaration)
  markers.set(declaration, effects)
  return effects
}

const hasMarkers = derived((source: ts.SourceFile): boolean => source.text.includes('@paidpath'))

/** `@paidpath refund key=1.idempotencyKey` reads like the catalogue's `@refund key=1.idempotencyKey`. Unknown words are ignored here; the rules report them. */
function markersOf(source: ts.SourceFile, declaration: ts.Declaration): readonly CatalogueEffect[] {
  return tagsOf(commentBefore(source, carrierOf(declaration))).flatMap((tag) => {
    if (tag.name !== 'paidpath') return []
    const [name = '', ...rest] = tag.text.split(' ')
    const result = parseEffect(name, rest.join(' '))
    return 'effect' in result ? [{ library, effect: result.effect }] : []
  })
}

/** The comment of `const refund = …` stands before the statement; that of `exports.refund = …` too. */
function carrierOf(declaration: ts.Declaration): ts.Node {
  let node: ts.Node = declaration
  if (ts.isArrowFunction(node) || ts.isFunctionExpression(node)) node = node.parent
  while (ts.isParenthesizedExpression(node) || ts.isPropertyAccessExpression(node) || ts.isBinaryExpression(node)) node = node.parent
  return ts.isVariableDeclaration(node) && ts.isVariableDeclarationList(node.parent) ? node.parent.parent : node
}

/** Mongoose: `new Schema({ payment: { type: String, unique: true } })`, `schema.index({ a: 1, b: 1 }, { unique: true })`. */
import ts from 'typescript'
import type { UniqueKey } from '../ir'
import { lastName, skipOuter } from '../syntax'
import { entriesOf, isSet, keysOf, objectOf, textOf, valueOf } from './literals'

/** Gathers a file's schemas, the indexes added to them, and the models made of them. */
export class MongooseReader {
  private readonly schemas = new Map<string, readonly string[][]>()
  private readonly indexes: { readonly schema: string; readonly columns: readonly string[] }[] = []
  private readonly models = new Map<string, string[]>()

  visit(node: ts.Node): void {
    if (ts.isNewExpression(node)) this.addSchema(node)
    else if (ts.isCallExpression(node)) this.addCall(node)
  }

  keys(): readonly UniqueKey[] {
    const lists = [...this.schemas].flatMap(([schema, columns]) => columns.map((list) => ({ schema, columns: list })))
    return [...lists, ...this.indexes].flatMap(({ schema, columns }) => keysOf(this.tablesOf(schema), columns, false))
  }

  private tablesOf(schema: string): readonly string[] {
    return [...(this.models.get(schema) ?? []), schema.replace(/_?schema$/i, '')]
  }

  private addSchema(node: ts.NewExpression): void {
    const definition = objectOf(node.arguments?.[0])
    if (definition === null || lastName(node.expression).getText() !== 'Schema') return
    const variable = node.parent
    const name = ts.isVariableDeclaration(variable) && ts.isIdentifier(variable.name) ? variable.name.text : inlineModel(node)
    if (name !== null)
      this.schemas.set(
        name,
        uniquePaths(definition, '').map((path) => [path]),
      )
  }

  private addCall(node: ts.CallExpression): void {
    const callee = skipOuter(node.expression)
    const name = lastName(callee).getText()
    const [first, second] = node.arguments
    if (name === 'model') {
      const model = textOf(first)
      const schema = second === undefined ? undefined : skipOuter(second)
      if (model === null || schema === undefined || !ts.isIdentifier(schema)) return
      this.models.set(schema.text, [...(this.models.get(schema.text) ?? []), model])
    } else if (name === 'index' && ts.isPropertyAccessExpression(callee) && ts.isIdentifier(callee.expression)) {
      const fields = objectOf(first)
      if (fields === null || !isSet(valueOf(second, 'unique')) || valueOf(second, 'partialFilterExpression') !== undefined) return
      this.indexes.push({ schema: callee.expression.text, columns: entriesOf(fields).map((entry) => entry.key) })
    }
  }
}

/** `model('Order', new Schema({ … }))` */
function inlineModel(node: ts.NewExpression): string | null {
  const { parent } = node
  return ts.isCallExpression(parent) && lastName(parent.expression).getText() === 'model' ? textOf(parent.arguments[0]) : null
}

function uniquePaths(node: ts.ObjectLiteralExpression, prefix: string): readonly string[] {
  return entriesOf(node).flatMap(({ key, value }): readonly string[] => {
    if (!ts.isObjectLiteralExpression(value)) return key === '_id' && prefix === '' ? ['_id'] : []
    const path = `${prefix}${key}`
    // A key the schema makes up by itself says nothing about a repeat.
    if (valueOf(value, 'default') !== undefined) return []
    if (isSet(valueOf(value, 'unique')) || isSet(valueOf(valueOf(value, 'index'), 'unique'))) return [path]
    return valueOf(value, 'type') === undefined ? uniquePaths(value, `${path}.`) : key === '_id' && prefix === '' ? ['_id'] : []
  })
}

/** Decorated classes: TypeORM, MikroORM, sequelize-typescript and Nest's Mongoose. */
import ts from 'typescript'
import type { UniqueKey } from '../ir'
import { constantKey, lastName, skipOuter } from '../syntax'
import { isSet, keysOf, objectOf, textOf, textsOf, valueOf } from './literals'

const tableDecorators = new Set(['Entity', 'Table', 'Schema', 'ViewEntity', 'ChildEntity'])
const generatedDecorators = new Set(['PrimaryGeneratedColumn', 'ObjectIdColumn', 'AutoIncrement', 'SerializedPrimaryKey'])
const primaryDecorators = new Set(['PrimaryColumn', 'PrimaryKey', 'PrimaryGeneratedColumn', 'ObjectIdColumn'])

interface Mark {
  readonly name: string
  readonly arguments: readonly ts.Expression[]
}

export function entityKeys(node: ts.ClassDeclaration): readonly UniqueKey[] {
  const marks = marksOf(node)
  const table = marks.find((mark) => tableDecorators.has(mark.name))
  if (table === undefined) return []
  const [first] = table.arguments
  const tables = [
    node.name?.text ?? null,
    textOf(first),
    textOf(valueOf(first, 'name')),
    textOf(valueOf(first, 'tableName')),
    textOf(valueOf(first, 'collection')),
  ]
  const generated = new Set<string>()
  const keys: UniqueKey[] = []
  for (const member of node.members) {
    if (!ts.isPropertyDeclaration(member)) continue
    const column = constantKey(member.name)
    const own = marksOf(member)
    if (column === null || own.length === 0) continue
    if (isGenerated(member, own)) generated.add(column)
    if (own.some(isUnique) || isOwningSide(own)) keys.push(...keysOf(tables, [column], generated.has(column)))
  }
  for (const mark of marks) {
    const columns = compositeColumns(mark)
    keys.push(
      ...keysOf(
        tables,
        columns,
        columns.some((column) => generated.has(column)),
      ),
    )
  }
  return keys
}

function marksOf(node: ts.HasDecorators): readonly Mark[] {
  return (ts.getDecorators(node) ?? []).map((decorator) => {
    const expression = skipOuter(decorator.expression)
    const callee = ts.isCallExpression(expression) ? expression.expression : expression
    return { name: lastName(callee).getText(), arguments: ts.isCallExpression(expression) ? expression.arguments : [] }
  })
}

function isUnique(mark: Mark): boolean {
  if (primaryDecorators.has(mark.name) || mark.name === 'Unique') return true
  return mark.arguments.some((argument) => isSet(valueOf(argument, 'unique')) || isSet(valueOf(argument, 'primaryKey')) || isSet(valueOf(argument, 'primary')))
}

/** A one-to-one relation's own column occurs once. */
function isOwningSide(marks: readonly Mark[]): boolean {
  return marks.some((mark) => mark.name === 'OneToOne') && marks.some((mark) => mark.name === 'JoinColumn')
}

function isGenerated(member: ts.PropertyDeclaration, marks: readonly Mark[]): boolean {
  if (member.initializer !== undefined || marks.some((mark) => generatedDecorators.has(mark.name))) return true
  if (
    marks.some((mark) =>
      mark.arguments.some((argument) =>
        ['autoIncrement', 'autoincrement', 'generated', 'default', 'defaultValue', 'defaultRaw', 'onCreate'].some(
          (key) => valueOf(argument, key) !== undefined,
        ),
      ),
    )
  )
    return true
  // MikroORM numbers the rows where the key is a number.
  return marks.some((mark) => mark.name === 'PrimaryKey') && member.type?.kind === ts.SyntaxKind.NumberKeyword
}

/** `@Unique(['a', 'b'])`, `@Unique('name', ['a'])`, `@Unique({ properties: ['a'] })`, `@Index(['a'], { unique: true })`. */
function compositeColumns(mark: Mark): readonly string[] {
  if (mark.name !== 'Unique' && mark.name !== 'Index') return []
  if (mark.name === 'Index' && !mark.arguments.some((argument) => isSet(valueOf(argument, 'unique')))) return []
  if (mark.arguments.some((argument) => valueOf(argument, 'where') !== undefined)) return []
  const list = mark.arguments.map((argument) => skipOuter(argument)).find(ts.isArrayLiteralExpression)
  if (list !== undefined) return textsOf(list)
  const described = mark.arguments.find((argument) => objectOf(argument) !== null)
  return described === undefined ? [] : textsOf(valueOf(described, 'properties') ?? valueOf(described, 'fields'))
}

/** Turning an answer that says all is well into one that says it is not. */
import ts from 'typescript'
import type { TextChange } from '../fix'
import { textOf, type Source } from '../source/source'

/** `res.json(x)`, `return Response.json(x)`, `return { statusCode: 200 }` with status 500. Null: not an answer that is understood. */
export function withFailureStatus(source: Source, statement: ts.Statement): readonly TextChange[] | null {
  const value = ts.isReturnStatement(statement) || ts.isExpressionStatement(statement) ? statement.expression : undefined
  if (value === undefined) return null
  const plain = ts.isAwaitExpression(value) ? value.expression : value
  if (ts.isObjectLiteralExpression(plain)) return ts.isReturnStatement(statement) ? statusProperty(source, plain, 'statusCode') : null
  if (ts.isNewExpression(plain)) return /^(Next)?Response$/.test(textOf(source, plain.expression)) ? withInit(source, plain) : null
  if (!ts.isCallExpression(plain) || !ts.isPropertyAccessExpression(plain.expression)) return null
  const { expression: receiver, name } = plain.expression
  const holder = textOf(source, receiver)
  if (/^(Next)?Response$/.test(holder)) return name.text === 'json' ? withInit(source, plain) : null
  if (/^(c|ctx|context)$/.test(holder) && /^(json|text|body)$/.test(name.text)) return withNumber(source, plain)
  return expressAnswer(source, plain, receiver, name)
}

function expressAnswer(source: Source, call: ts.CallExpression, receiver: ts.Expression, name: ts.MemberName): readonly TextChange[] | null {
  if (name.text === 'sendStatus') return withFirst(source, call)
  if (!/^(json|send|end)$/.test(name.text)) return null
  if (ts.isCallExpression(receiver) && ts.isPropertyAccessExpression(receiver.expression) && /^(status|code)$/.test(receiver.expression.name.text))
    return withFirst(source, receiver)
  if (!/^(res|resp|response|reply|rep)$/.test(textOf(source, receiver))) return null
  return [{ start: receiver.end, end: receiver.end, text: '.status(500)' }]
}

function withFirst({ tree }: Source, call: ts.CallExpression): readonly TextChange[] | null {
  const [status] = call.arguments
  return status !== undefined && isSuccess(status) ? [{ start: status.getStart(tree), end: status.end, text: '500' }] : null
}

function withNumber(source: Source, call: ts.CallExpression): readonly TextChange[] | null {
  const [body, status, ...rest] = call.arguments
  if (body === undefined || rest.length > 0) return null
  if (status === undefined) return [{ start: body.end, end: body.end, text: ', 500' }]
  return isSuccess(status) ? [{ start: status.getStart(source.tree), end: status.end, text: '500' }] : null
}

function withInit(source: Source, call: ts.CallExpression | ts.NewExpression): readonly TextChange[] | null {
  const { pad } = source.style
  const [body, init, ...rest] = call.arguments ?? []
  if (body === undefined || rest.length > 0) return null
  if (init === undefined) return [{ start: body.end, end: body.end, text: `, {${pad}status: 500${pad}}` }]
  return ts.isObjectLiteralExpression(init) ? statusProperty(source, init, 'status') : null
}

function statusProperty({ tree }: Source, object: ts.ObjectLiteralExpression, name: string): readonly TextChange[] | null {
  const property = object.properties.find((candidate) => candidate.name?.getText(tree) === name)
  if (property === undefined || !ts.isPropertyAssignment(property) || !isSuccess(property.initializer)) return null
  return [{ start: property.initializer.getStart(tree), end: property.initializer.end, text: '500' }]
}

function isSuccess(node: ts.Expression): boolean {
  return ts.isNumericLiteral(node) && Number(node.text) >= 200 && Number(node.text) < 300
}

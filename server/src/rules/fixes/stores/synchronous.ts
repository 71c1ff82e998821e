/** SQLite drivers that run each statement at once, on one connection: what stands between begin and commit joins by itself. */
import ts from 'typescript'
import type { Blocked } from '../payment/refund'
import { chainLinks } from '../source/chains'
import { quoted } from '../source/print'
import { some, textOf } from '../source/source'
import type { Idiom, Scope } from './idiom'

function clientOf(scope: Scope): string | Blocked {
  for (const { chain } of scope.writes) {
    const made = chainLinks(chain.call).find(
      (link) => ts.isCallExpression(link) && ts.isPropertyAccessExpression(link.expression) && /^(prepare|query)$/.test(link.expression.name.text),
    )
    if (made !== undefined && ts.isCallExpression(made) && ts.isPropertyAccessExpression(made.expression))
      return textOf(scope.source, made.expression.expression)
    const statement = chain.root.getText(scope.source.tree)
    const prepared = new RegExp(`\\b${statement.replaceAll('$', '\\$')}\\s*=\\s*([\\w.$]+)\\.(?:prepare|query)\\(`).exec(scope.source.text)?.[1]
    if (prepared !== undefined) return prepared
    if (ts.isCallExpression(chain.call) && ts.isPropertyAccessExpression(chain.call.expression) && /^(exec|run)$/.test(chain.call.expression.name.text))
      return textOf(scope.source, chain.call.expression.expression)
  }
  return { why: 'The database is not visible at the write.' }
}

/** While something is awaited, statements of others would run in the same transaction. */
function clientWithoutWaiting(scope: Scope, known: string | null): string | Blocked {
  const client = known ?? clientOf(scope)
  if (typeof client !== 'string') return client
  return scope.nodes.some((node) => some(node, ts.isAwaitExpression))
    ? { why: 'This driver’s transactions are synchronous, and the code in between awaits something.' }
    : client
}

/** `db.transaction(fn)` makes a function that runs it all or not at all. */
const wrapped: Idiom = {
  handleNames: ['transaction'],
  open: (client) => ({ opener: `${client}.transaction(() => {`, closer: '})()' }),
  clientOf,
  plan: (scope, _handle, known) => {
    const client = clientWithoutWaiting(scope, known)
    if (typeof client !== 'string') return client
    return { form: 'callback', ...wrapped.open(client, ''), awaits: false, repeats: false, changes: [], note: null }
  },
  join: null,
}

/** `node:sqlite` has no such function: the statements are SQL text. */
const spoken: Idiom = {
  handleNames: ['transaction'],
  open: (client) => ({ opener: client, closer: '' }),
  clientOf,
  plan: (scope, _handle, known) => {
    const client = clientWithoutWaiting(scope, known)
    if (typeof client !== 'string') return client
    const { style } = scope.source
    const say = (word: string): string => `${client}.exec(${quoted(style, word)})${style.end}`
    return {
      form: 'manual',
      before: [say('BEGIN'), 'try {'],
      after: [style.unit + say('COMMIT'), '} catch (error) {', style.unit + say('ROLLBACK'), `${style.unit}throw error${style.end}`, '}'],
      depth: 1,
      changes: [],
      note: null,
    }
  },
  join: null,
}

export const synchronousIdioms: Readonly<Record<string, Idiom>> = { 'better-sqlite3': wrapped, 'bun-sqlite': wrapped, 'node-sqlite': spoken }

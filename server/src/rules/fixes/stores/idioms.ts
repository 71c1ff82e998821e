/** Which idiom a store of the catalogue has, and why some have none. */
import ts from 'typescript'
import type { Member } from '../protect/group'
import { methodsOf } from '../source/chains'
import { isBlocked, type Blocked } from '../payment/refund'
import type { Draft } from '../source/changes'
import { batchIdioms, drizzleBatch } from './batch'
import { connectionIdioms } from './connection'
import { drizzleIdiom, handleIdioms } from './handle'
import type { Idiom } from './idiom'
import { sessionIdioms } from './session'
import { synchronousIdioms } from './synchronous'
import { typeormIdiom } from './typeorm'

/** Drivers over HTTP have no open transaction, but send a list atomically. */
const drizzle: Idiom = {
  ...drizzleIdiom,
  plan: (scope, handle, client) => {
    const plan = drizzleIdiom.plan(scope, handle, client)
    if (!isBlocked(plan) || !/neon-http|D1/.test(plan.why)) return plan
    return drizzleBatch.plan(scope, handle, client)
  },
}

const idioms: Readonly<Record<string, Idiom>> = {
  ...handleIdioms,
  ...sessionIdioms,
  ...connectionIdioms,
  ...synchronousIdioms,
  ...batchIdioms,
  drizzle,
  typeorm: typeormIdiom,
}

const shared = 'its one connection is used by everybody at the same time, so a transaction on it would take in the statements of others'

const without: Readonly<Record<string, string>> = {
  supabase: 'Supabase has no transactions on the client side',
  sqlite: `sqlite runs on sqlite3: ${shared}`,
  sqlite3: `sqlite3 reports to callbacks, and ${shared}`,
}

export function idiomFor(store: string): Idiom | { readonly why: string } {
  return idioms[store] ?? { why: without[store] ?? `${store} has no transaction that could be put around these statements` }
}

export function hasNoTransactions(store: string): boolean {
  return without[store] !== undefined
}

/** Clients that return errors as values are told to throw, else a `catch` would never run. */
export function errorsThrown(members: readonly Member[], draft: Draft): Blocked | null {
  for (const { route, index } of members) {
    const { top } = route.write
    const frame = route.frames.at(-1)
    if (route.operation.store !== 'supabase' || frame === undefined || !ts.isCallExpression(top) || methodsOf(top).includes('throwOnError')) continue
    if (index < route.frames.length - 1) {
      if (route.path.outcome === 'propagates') continue
      if (takesError(top)) return { why: `${frame.run?.name?.getText() ?? 'A function on the way'} deals with the returned error itself.` }
    }
    draft.add(frame.source.file, { start: top.end, end: top.end, text: '.throwOnError()' })
  }
  return null
}

/** Something is done with the result beyond its data: `const { error } = await …`, `return await …`. */
function takesError(top: ts.Expression): boolean {
  const awaited = ts.isAwaitExpression(top.parent) ? top.parent : top
  const holder = awaited.parent
  if (ts.isExpressionStatement(holder)) return false
  if (!ts.isVariableDeclaration(holder) || !ts.isObjectBindingPattern(holder.name)) return true
  return holder.name.elements.some(({ propertyName, name, dotDotDotToken }) => dotDotDotToken !== undefined || (propertyName ?? name).getText() === 'error')
}

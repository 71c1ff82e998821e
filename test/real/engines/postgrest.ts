/** A stand-in of PostgREST, which Supabase's client speaks to: inserts, updates by equality, functions. One request is one transaction. */
import type { Pool } from './postgres'

export async function answerPostgrest(pool: Pool, address: string, { method, body }: RequestInit): Promise<Response> {
  const { pathname, searchParams } = new URL(address)
  const given = JSON.parse(typeof body === 'string' ? body : '{}') as Readonly<Record<string, unknown>>
  const names = Object.keys(given).map((name) => `"${name}"`)
  const values = names.map((_name, index) => `$${String(index + 1)}`)
  const target = pathname.split('/').at(-1) ?? ''
  const filters = [...searchParams].map(([column, test]) => `"${column}" = '${test.replace(/^eq\./, '').replaceAll("'", "''")}'`)
  const called = names.map((name, index) => `${name} => ${String(values[index])}`)
  const assigned = names.map((name, index) => `${name} = ${String(values[index])}`)
  const text = pathname.includes('/rpc/')
    ? `SELECT ${target}(${called.join(', ')})`
    : method === 'POST'
      ? `INSERT INTO ${target} (${names.join(', ')}) VALUES (${values.join(', ')})`
      : `UPDATE ${target} SET ${assigned.join(', ')} WHERE ${filters.join(' AND ')}`
  try {
    await pool.query({ text, values: Object.values(given) })
    return new Response(null, { status: 204 })
  } catch (error) {
    return Response.json({ code: '23514', message: String(error), details: null, hint: null }, { status: 400 })
  }
}

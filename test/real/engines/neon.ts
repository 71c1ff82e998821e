/** A stand-in of Neon's proxy: SQL over HTTP, and PostgreSQL's own protocol through a WebSocket. */
import { connect } from 'node:net'
import type { Duplex } from 'node:stream'
import { load } from './engine'
import type { Pool } from './postgres'

interface NeonQuery {
  readonly query: string
  readonly params: readonly unknown[]
}

/** What Neon's proxy does with a request: one statement, or a list of them in one transaction. */
export async function answerNeon(pool: Pool, { body }: { readonly body: string }): Promise<Response> {
  const asked = JSON.parse(body) as NeonQuery | { readonly queries: readonly NeonQuery[] }
  const connection = await pool.connect()
  const ask = async ({ query, params }: NeonQuery): Promise<object> => {
    const { fields, rows, command, rowCount } = await connection.query({ text: query, values: params, rowMode: 'array' })
    return { fields: fields.map(({ name, dataTypeID }) => ({ name, dataTypeID })), rows, command, rowCount, rowAsArray: true }
  }
  try {
    if (!('queries' in asked)) return Response.json(await ask(asked))
    await connection.query('BEGIN')
    const results: object[] = []
    for (const query of asked.queries) results.push(await ask(query))
    await connection.query('COMMIT')
    return Response.json({ results })
  } catch (error) {
    await connection.query('ROLLBACK')
    return Response.json({ message: String(error) }, { status: 400 })
  } finally {
    connection.release()
  }
}

interface WebSocketLibrary {
  readonly WebSocketServer: new (options: { readonly port: number; readonly host: string }) => {
    on(event: 'connection', run: (socket: object) => void): void
    once(event: 'listening', run: () => void): void
    address(): { readonly port: number }
  }
  readonly createWebSocketStream: (socket: object) => Duplex
}

let opened: Promise<string> | null = null

/** Where a WebSocket is led on to the server. Like the run's servers it lasts until its process ends. */
export function openNeonSocket(address: string): Promise<string> {
  const { WebSocketServer, createWebSocketStream } = load('ws') as WebSocketLibrary
  const { hostname, port } = new URL(address)
  opened ??= new Promise((resolve) => {
    const server = new WebSocketServer({ port: 0, host: '127.0.0.1' })
    server.on('connection', (accepted) => {
      const [from, to] = [createWebSocketStream(accepted), connect(Number(port), hostname)]
      for (const stream of [from, to]) stream.on('error', () => [from, to].map((each) => each.destroy()))
      from.pipe(to).pipe(from)
    })
    server.once('listening', () => {
      resolve(`127.0.0.1:${String(server.address().port)}`)
    })
  })
  return opened
}

/**
 * Enough of MongoDB's protocol for the fixtures, where there is no `mongod`: one database whose transactions work on a copy that a commit
 * puts in place. The real driver decides what is sent in which session. A write outside of the session stays whatever becomes of it.
 */
import { createServer, type Socket } from 'node:net'
import { load } from '../engines/engine'
import type { Running } from './server'

type Document = Readonly<Record<string, unknown>>
type Collections = Readonly<Record<string, readonly Document[]>>

interface Bson {
  serialize(document: object): Uint8Array
  deserialize(bytes: Uint8Array): Document
}

export function startMongoStandIn(): Promise<Running> {
  const { BSON } = load('mongodb') as { readonly BSON: Bson }
  let stored: Collections = {}
  const open = new Map<string, Collections>()
  const sockets = new Set<Socket>()

  function answer(asked: Document, address: string): Document {
    const [command] = Object.keys(asked)
    const session = JSON.stringify(asked['lsid'] ?? null)
    const within = asked['autocommit'] === false
    if (asked['startTransaction'] === true) open.set(session, stored)
    const collections = within ? (open.get(session) ?? stored) : stored
    const keep = (changed: Collections): void => {
      if (within) open.set(session, changed)
      else stored = changed
    }
    switch (command) {
      case 'hello':
        return {
          isWritablePrimary: true,
          setName: 'shop',
          hosts: [address],
          me: address,
          primary: address,
          maxBsonObjectSize: 16_777_216,
          maxMessageSizeBytes: 48_000_000,
          maxWriteBatchSize: 100_000,
          logicalSessionTimeoutMinutes: 30,
          minWireVersion: 0,
          maxWireVersion: 21,
        }
      case 'insert': {
        const [name, added] = [String(asked['insert']), asked['documents'] as readonly Document[]]
        keep({ ...collections, [name]: [...(collections[name] ?? []), ...added] })
        return { n: added.length }
      }
      case 'delete':
        keep({ ...collections, [String(asked['delete'])]: [] })
        return { n: 1 }
      case 'update':
        return update(collections, asked, keep)
      case 'find': {
        const firstBatch = (collections[String(asked['find'])] ?? []).filter(fits(asked['filter'] as Document | undefined))
        return { cursor: { id: 0n, ns: `shop.${String(asked['find'])}`, firstBatch } }
      }
      case 'commitTransaction':
        stored = open.get(session) ?? stored
        open.delete(session)
        return {}
      case 'abortTransaction':
        open.delete(session)
        return {}
      default:
        return {}
    }
  }

  function reply(message: Buffer, address: string): Buffer {
    const asked = { ...readMessage(message, BSON) }
    const document = BSON.serialize({ ...answer(asked, address), ok: 1 })
    const head = Buffer.alloc(21)
    head.writeInt32LE(21 + document.length, 0)
    head.writeInt32LE(message.readInt32LE(4), 8)
    head.writeInt32LE(message.readInt32LE(12), 12)
    return Buffer.concat([head, document])
  }

  return new Promise((resolve) => {
    const server = createServer((socket) => {
      sockets.add(socket)
      let pending = Buffer.alloc(0)
      socket.on('error', () => socket.destroy())
      socket.on('data', (bytes) => {
        pending = Buffer.concat([pending, bytes])
        while (pending.length >= 4 && pending.length >= pending.readInt32LE(0)) {
          const length = pending.readInt32LE(0)
          socket.write(reply(pending.subarray(0, length), `127.0.0.1:${String(socket.localPort)}`))
          pending = pending.subarray(length)
        }
      })
    })
    server.listen(0, '127.0.0.1', () => {
      const bound = server.address()
      const port = typeof bound === 'object' && bound !== null ? bound.port : 0
      const stop = (): Promise<void> => {
        for (const socket of sockets) socket.destroy()
        server.close()
        return Promise.resolve()
      }
      resolve({ address: `mongodb://127.0.0.1:${String(port)}/?replicaSet=shop`, stop })
    })
  })
}

/** Increments, refused below nothing as a validator would. */
function update(collections: Collections, asked: Document, keep: (changed: Collections) => void): Document {
  const name = String(asked['update'])
  const [{ q, u } = { q: {}, u: {} }] = asked['updates'] as readonly {
    readonly q: Document
    readonly u: { readonly $inc?: Readonly<Record<string, number>> }
  }[]
  const found = (collections[name] ?? []).find(fits(q))
  if (found === undefined) return { n: 0, nModified: 0 }
  const raised = Object.entries(u.$inc ?? {}).map(([key, by]) => [key, Number(found[key]) + by] as const)
  if (raised.some(([, value]) => value < 0)) return { n: 0, nModified: 0, writeErrors: [{ index: 0, code: 121, errmsg: 'Document failed validation' }] }
  const changed = { ...found, ...Object.fromEntries(raised) }
  keep({ ...collections, [name]: (collections[name] ?? []).map((document) => (document === found ? changed : document)) })
  return { n: 1, nModified: 1 }
}

function fits(filter: Document = {}): (document: Document) => boolean {
  return (document) => Object.entries(filter).every(([key, value]) => document[key] === value)
}

/** `OP_MSG`: a command, and lists of documents that belong to it. */
function readMessage(message: Buffer, bson: Bson): Document {
  let command: Document = {}
  let at = 20
  while (at < message.length) {
    const kind = message.readUInt8(at)
    const length = message.readInt32LE(at + 1)
    const section = message.subarray(at + 1, at + 1 + length)
    if (kind === 0) command = { ...bson.deserialize(section), ...command }
    else {
      const end = section.indexOf(0, 4)
      const documents: Document[] = []
      for (let from = end + 1; from < section.length; from += section.readInt32LE(from))
        documents.push(bson.deserialize(section.subarray(from, from + section.readInt32LE(from))))
      command = { ...command, [section.toString('utf8', 4, end)]: documents }
    }
    at += 1 + length
  }
  return command
}

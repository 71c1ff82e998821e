/** MongoDB as a replica set of one, where a `mongod` is installed or named; else a stand-in for it. */
import { mkdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { startMongoStandIn } from './mongoStandIn'
import { freePort, programIn, startProgram, temporaryDirectory, type Running, type Server } from './server'

interface Client {
  connect(): Promise<unknown>
  db(name: string): { admin(): { command(command: object): Promise<unknown> } }
  close(): Promise<void>
}

export const mongodb: Server = {
  variable: 'PAIDPATH_MONGODB',
  start: async (): Promise<Running> => {
    // The variable that mongodb-memory-server reads too.
    const program = process.env['MONGOMS_SYSTEM_BINARY'] ?? programIn(['mongod'])
    // No package registry carries its binary.
    if (program === null) return startMongoStandIn()
    const directory = temporaryDirectory('mongodb')
    mkdirSync(join(directory, 'data'))
    const port = await freePort()
    const stop = await startProgram(
      program,
      ['--dbpath', join(directory, 'data'), '--port', String(port), '--bind_ip', '127.0.0.1', '--replSet', 'shop', '--nounixsocket'],
      { port, directory },
    )
    const { MongoClient } = createRequire(join(__dirname, '..', 'package.json'))('mongodb') as { readonly MongoClient: new (url: string) => Client }
    const host = `127.0.0.1:${String(port)}`
    const client = new MongoClient(`mongodb://${host}/?directConnection=true`)
    await client.connect()
    await client
      .db('admin')
      .admin()
      .command({ replSetInitiate: { _id: 'shop', members: [{ _id: 0, host }] } })
    await client.close()
    return { address: `mongodb://${host}/?replicaSet=shop&appName=mongod`, stop }
  },
}

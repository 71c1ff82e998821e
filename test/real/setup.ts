/** Installs the libraries, once, and starts the servers of the run. A server that cannot be had is said so, and its tests are skipped. */
import { installLibraries } from './install'
import { dynamodb } from './servers/dynamodb'
import { firestore } from './servers/firestore'
import { mariadb } from './servers/mariadb'
import { mongodb } from './servers/mongodb'
import { postgres } from './servers/postgres'
import { Missing } from './servers/server'

// eslint-disable-next-line import-x/no-default-export -- vitest looks for it
export default async function setup(): Promise<() => Promise<void>> {
  installLibraries()
  const stops: (() => Promise<void>)[] = []
  const stop = async (): Promise<void> => {
    await Promise.all(stops.splice(0).map((each) => each()))
  }
  const started = await Promise.allSettled(
    [postgres, mariadb, dynamodb, firestore, mongodb].map(async ({ variable, start }) => {
      try {
        const running = await start()
        stops.push(running.stop)
        process.env[variable] = running.address
      } catch (error) {
        if (!(error instanceof Missing)) throw error
        process.env[`${variable}_MISSING`] = error.message
      }
    }),
  )
  const failed = started.find((result) => result.status === 'rejected')
  if (failed === undefined) return stop
  await stop()
  throw failed.reason
}

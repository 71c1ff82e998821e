/** Google's Firestore emulator, where the Cloud SDK is installed: it comes by no package registry. */
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Missing, freePort, javaProgram, programIn, startProgram, temporaryDirectory, type Running, type Server } from './server'

const place = 'platform/cloud-firestore-emulator/cloud-firestore-emulator.jar'

export const firestore: Server = {
  variable: 'PAIDPATH_FIRESTORE',
  start: async (): Promise<Running> => {
    const java = javaProgram()
    const gcloud = programIn(['gcloud'])
    const jar = ['/usr/lib/google-cloud-sdk', ...(gcloud === null ? [] : [dirname(dirname(gcloud))])].map((root) => join(root, place)).find(existsSync)
    if (jar === undefined) throw new Missing('the Firestore emulator of the Google Cloud SDK is not installed')
    const port = await freePort()
    const stop = await startProgram(
      java,
      ['-Duser.language=en', '-cp', jar, 'com.google.cloud.datastore.emulator.firestore.CloudFirestore', 'start', '--host=127.0.0.1', `--port=${String(port)}`],
      { port, directory: temporaryDirectory('firestore') },
    )
    return { address: `127.0.0.1:${String(port)}`, stop }
  },
}

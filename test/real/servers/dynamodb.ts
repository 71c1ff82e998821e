/** Amazon's own DynamoDB Local, which one npm package carries. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Missing, freePort, javaProgram, startProgram, temporaryDirectory, type Running, type Server } from './server'

const programs = join(__dirname, '..', 'node_modules', 'amplify-dynamodb-simulator', 'emulator')

export const dynamodb: Server = {
  variable: 'PAIDPATH_DYNAMODB',
  start: async (): Promise<Running> => {
    const java = javaProgram()
    if (!existsSync(programs)) throw new Missing('DynamoDB Local is not in the installed package')
    const port = await freePort()
    const libraries = `-Djava.library.path=${join(programs, 'DynamoDBLocal_lib')}`
    const stop = await startProgram(java, [libraries, '-jar', join(programs, 'DynamoDBLocal.jar'), '-inMemory', '-sharedDb', '-port', String(port)], {
      port,
      directory: temporaryDirectory('dynamodb'),
    })
    return { address: `http://127.0.0.1:${String(port)}`, stop }
  },
}

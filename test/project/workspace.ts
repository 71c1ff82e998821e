/** Workspaces in memory for the tests of the project layer. */
import { neverCancelled } from '../../server/src/base/cancellation'
import { filePath, type FilePath } from '../../server/src/base/location'
import { loadCatalogue } from '../../server/src/models/catalogue'
import { selectClosure } from '../../server/src/project/closure'
import { memoryDisk, type Disk } from '../../server/src/project/disk'
import { createSourceStore } from '../../server/src/project/sourceStore'
import { vocabularyOf } from '../../server/src/project/vocabularyOf'
import { walk } from '../../server/src/project/walk'
import { createWorkspaceIndex, type WorkspaceIndex } from '../../server/src/project/workspaceIndex'

export const root = filePath('/workspace')

/** A catalogue of one payment provider, one store and one queue: enough to see what leads where. */
const catalogue = loadCatalogue([
  {
    path: '/models/payments.d.ts',
    text: `/**
 * @library payments
 * @provider payments hosts=api.payments.example words=payments
 * @paid payment.order.succeeded
 * @status paid=complete unpaid=open
 */
declare module 'payments' {
  interface Charges {
    /** @charge */
    create(args: object): Promise<object>
  }
  export class Payments {
    charges: Charges
  }
}
`,
  },
  {
    path: '/models/queue.d.ts',
    text: `/** @library queue */
declare module 'queue' {
  export class Queue {
    constructor(name: string)
    /** @enqueue durable name=this payload=1 */
    enqueue(name: string, data: object): Promise<void>
  }
  export class Worker {
    /** @worker run=1 name=0 retries=yes */
    constructor(name: string, run: (job: object) => Promise<void>)
  }
}
`,
  },
])

export interface Editable extends Disk {
  write(path: string, text: string): FilePath
  remove(path: string): FilePath
}

/** A workspace that tests can edit. `//- /path` begins a file; unlike other fixtures' it may be empty. */
export function editable(fixture: string): Editable {
  const files = new Map<string, string>()
  for (const [, path = '', text = ''] of fixture.matchAll(/^\/\/- (\S+)\n((?:(?!\/\/- ).*\n?)*)/gm)) files.set(`${root}${path}`, text)
  const disk = (): Disk => memoryDisk({ [`${root}/.keep`]: '', ...Object.fromEntries(files) })
  return {
    readFile: (path) => disk().readFile(path),
    list: (path) => disk().list(path),
    stat: (path) => disk().stat(path),
    write(path, text) {
      files.set(`${root}${path}`, text)
      return filePath(`${root}${path}`)
    },
    remove(path) {
      files.delete(`${root}${path}`)
      return filePath(`${root}${path}`)
    },
  }
}

export async function indexed(disk: Disk, exclude: readonly string[] = []): Promise<WorkspaceIndex> {
  const index = createWorkspaceIndex({
    disk,
    root,
    exclude,
    vocabulary: vocabularyOf(catalogue),
    isModelled: (specifier) => catalogue.packageFile(specifier) !== undefined,
    isDeclarations: () => false,
  })
  await index.refresh(walk(disk, root, { exclude, signal: neverCancelled }), neverCancelled, () => Promise.resolve())
  return index
}

/** Where an import leads: a path in the workspace, `model` for a modelled package, `nothing`. */
export async function resolved(fixture: string, specifier: string, from = '/main.ts'): Promise<string> {
  const index = await indexed(editable(fixture))
  const resolution = index.resolver.resolve(specifier, filePath(`${root}${from}`))
  switch (resolution.kind) {
    case 'file':
      return resolution.file.slice(root.length)
    case 'model':
      return `model ${resolution.package}`
    case 'unresolved':
      return 'nothing'
  }
}

/** Paths of the files an audit would look at. */
export async function closureOf(disk: Disk, largest = 1000): Promise<readonly string[]> {
  const closure = await selectClosure(await indexed(disk), createSourceStore(disk), new Map(), { largest, onSlice: () => Promise.resolve() })
  return closure.files.map((file) => file.slice(root.length))
}

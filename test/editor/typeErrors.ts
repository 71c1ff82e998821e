/** What the compiler says about a file of the shop. Its packages are not installed, so what the shop uses of them is declared here. */
import ts from 'typescript'

const PACKAGES = `
declare const process: { readonly env: Record<string, string | undefined> }
declare module '@prisma/client' {
  interface Cart { readonly userId: string; readonly lines: readonly string[] }
  interface Tables {
    readonly cart: { findUniqueOrThrow(query: { where: { id: string | undefined } }): Promise<Cart> }
    readonly order: { create(query: { data: { userId: string; total: number; lines: readonly string[] } }): Promise<void> }
  }
  export interface PrismaClient extends Tables { $transaction<R>(run: (tx: Tables) => Promise<R>): Promise<R> }
  export const PrismaClient: new () => PrismaClient
}
declare module 'stripe' {
  class Stripe {
    constructor(key: string)
    readonly refunds: { create(query: { payment_intent: string }, options?: { idempotencyKey: string }): Promise<void> }
  }
  namespace Stripe {
    interface PaymentIntent { readonly id: string; readonly amount: number; readonly metadata: Record<string, string | undefined> }
  }
  export default Stripe
}
`

/** `text` stands in for the file on disk. */
export function typeErrors(file: string, text?: string): readonly string[] {
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    types: [],
    lib: ['lib.es2022.d.ts', 'lib.dom.d.ts'],
    skipLibCheck: true,
  }
  const packages = `${file}.packages.d.ts`
  const host = ts.createCompilerHost(options)
  const onDisk = host.readFile.bind(host)
  const texts = new Map([[packages, PACKAGES], ...(text === undefined ? [] : [[file, text] as const])])
  host.readFile = (name) => texts.get(name) ?? onDisk(name)
  host.fileExists = (name) => texts.has(name) || ts.sys.fileExists(name)
  const program = ts.createProgram([file, packages], options, host)
  return ts.getPreEmitDiagnostics(program).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))
}

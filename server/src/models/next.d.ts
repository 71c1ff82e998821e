/**
 * Next.js: answers, redirects and deferred work of route handlers, API routes, server components and actions. Handlers are found by file and name.
 * @library next
 */

declare module 'next' {
  export interface NextApiRequest {
    query: { [name: string]: string | string[] | undefined }
    body: any
    cookies: { [name: string]: string | undefined }
    headers: { [name: string]: any }
    method?: string
    url?: string
    [name: string]: any
  }
  export interface NextApiResponse<T = any> {
    readonly headersSent: boolean
    /** @code */
    statusCode: number
    /** @code status=0 */
    status(code: number): NextApiResponse<T>
    /** @code status=0 */
    writeHead(code: number, ...headers: any[]): NextApiResponse<T>
    /** @answer */
    json(body: any): void
    /** @answer */
    send(body: any): void
    /** @answer */
    end(...data: any[]): NextApiResponse<T>
    /** @answer */
    redirect(url: string): NextApiResponse<T>
    /** @answer status=0 */
    redirect(code: number, url: string): NextApiResponse<T>
    write(chunk: any): boolean
    setHeader(name: string, value: any): NextApiResponse<T>
    revalidate(path: string): Promise<void>
    [name: string]: any
  }
  export type NextApiHandler<T = any> = (req: NextApiRequest, res: NextApiResponse<T>) => unknown
  export interface GetServerSidePropsContext {
    req: NextApiRequest
    res: NextApiResponse
    query: { [name: string]: any }
    params?: any
    locale?: string
    [name: string]: any
  }
  export type GetServerSideProps<P = any, Q = any> = (context: GetServerSidePropsContext) => Promise<any>
  export type NextPage<P = any, I = any> = any
  export type Metadata = any
  export type NextConfig = any
  export type PageConfig = any
}

declare module 'next/server' {
  export class NextRequest {
    constructor(input: any, init?: any)
    readonly url: string
    readonly method: string
    readonly headers: Headers
    readonly body: any
    readonly signal: AbortSignal
    readonly nextUrl: any
    readonly cookies: any
    readonly geo?: any
    readonly ip?: string
    readonly bodyUsed: boolean
    json(): Promise<any>
    text(): Promise<string>
    formData(): Promise<FormData>
    arrayBuffer(): Promise<ArrayBuffer>
    blob(): Promise<Blob>
    clone(): NextRequest
  }
  export class NextResponse<T = any> extends Response {
    /** @response status=1.status fallback=200 */
    constructor(body?: any, init?: ResponseInit)
    readonly cookies: any
    /** @response status=1.status fallback=200 */
    static json<T>(body: T, init?: ResponseInit): NextResponse<T>
    /** @response status=1 fallback=307 */
    static redirect(url: any, init?: any): NextResponse
    /** @response fallback=200 */
    static rewrite(url: any, init?: any): NextResponse
    /** @response fallback=200 */
    static next(init?: any): NextResponse
  }
  export interface NextFetchEvent {
    /** @defer run=0 */
    waitUntil(promise: Promise<any>): void
  }
  /** @defer run=0 */
  export function after(task: (() => any) | Promise<any>): void
  /** @defer run=0 */
  export function unstable_after(task: (() => any) | Promise<any>): void
  export function userAgent(request: any): any
  export function connection(): Promise<void>
}

declare module 'next/navigation' {
  /** @throws fallback=307 */
  export function redirect(url: string, type?: any): never
  /** @throws fallback=308 */
  export function permanentRedirect(url: string, type?: any): never
  /** @throws fallback=404 */
  export function notFound(): never
  /** @throws fallback=403 */
  export function forbidden(): never
  /** @throws fallback=401 */
  export function unauthorized(): never
  export function useRouter(): any
  export function useSearchParams(): any
  export function usePathname(): string
  export function useParams(): any
}

declare module 'next/headers' {
  /** A promise since Next.js 15; older code reads it directly. */
  export function headers(): Promise<Headers> & Headers
  export function cookies(): Promise<any> & {
    get(name: string): any
    set(...cookie: any[]): any
    delete(name: string): any
    has(name: string): boolean
    getAll(): any
  }
  export function draftMode(): any
}

declare module 'next/cache' {
  export function revalidatePath(path: string, type?: string): void
  export function revalidateTag(tag: string, profile?: any): void
  export function updateTag(tag: string): void
  /** @pass arg=0 */
  export function unstable_cache<F extends (...args: any[]) => any>(run: F, keys?: string[], options?: any): F
  export function unstable_noStore(): void
}

declare module 'react' {
  /** @pass arg=0 */
  export function cache<F extends (...args: any[]) => any>(run: F): F
}

declare module '@vercel/functions' {
  /** @defer run=0 */
  export function waitUntil(promise: Promise<any>): void
  export function geolocation(request: any): any
  export function ipAddress(request: any): any
}

declare module '@vercel/node' {
  import { NextApiRequest, NextApiResponse } from 'next'
  export interface VercelRequest extends NextApiRequest {}
  export interface VercelResponse extends NextApiResponse {}
  export type VercelApiHandler = (req: VercelRequest, res: VercelResponse) => any
}

declare module 'next-connect' {
  type Handler = (req: import('next').NextApiRequest, res: import('next').NextApiResponse, next: () => any) => any
  interface Registration<Self> {
    /** @entry http run=-1 onThrow=non-2xx */
    (...handlers: Handler[]): Self
    /** @entry http run=-1 name=0 onThrow=non-2xx */
    (path: string, ...handlers: Handler[]): Self
  }
  export interface NodeRouter {
    get: Registration<this>
    post: Registration<this>
    put: Registration<this>
    patch: Registration<this>
    delete: Registration<this>
    all: Registration<this>
    use: Registration<this>
    handler(options?: any): Handler
    (req: any, res: any): any
  }
  export function createRouter<A = any, B = any>(): NodeRouter
  export default function nextConnect<A = any, B = any>(options?: any): NodeRouter
}

declare module 'next-safe-action' {
  /** Errors come back as `serverError`, which the page sees. */
  export interface SafeActionClient {
    use(middleware: any): this
    metadata(data: any): this
    schema(schema: any): this
    inputSchema(schema: any): this
    outputSchema(schema: any): this
    bindArgsSchemas(schemas: any): this
    /** @entry action run=0 onThrow=fail input=parsedInput */
    action(run: (args: { parsedInput: any; clientInput: any; ctx: any; [name: string]: any }) => any, options?: any): any
    /** @entry action run=0 onThrow=fail */
    stateAction(run: (args: { parsedInput: any; clientInput: any; ctx: any; [name: string]: any }, state: any) => any, options?: any): any
  }
  export function createSafeActionClient(options?: any): SafeActionClient
}

declare module 'zsa' {
  /** Errors come back as the second item of a pair, which the page sees. */
  export interface ServerAction {
    input(schema: any, options?: any): this
    output(schema: any): this
    onStart(run: any): this
    onSuccess(run: any): this
    onError(run: any): this
    onComplete(run: any): this
    /** @entry action run=0 onThrow=fail input=input */
    handler(run: (args: { input: any; ctx: any; [name: string]: any }) => any): any
  }
  export interface Procedure {
    input(schema: any): this
    handler(run: (args: any) => any): Procedure
    createServerAction(): ServerAction
  }
  export function createServerAction(options?: any): ServerAction
  export function createServerActionProcedure(parent?: any): Procedure
  export class ZSAError extends Error {
    constructor(code: string, data?: unknown)
  }
}

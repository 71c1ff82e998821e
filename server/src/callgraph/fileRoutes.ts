/** Entry points that a framework finds by file name and export name. */
import type { EntryKind, ThrowOutcome } from '../models/effects'
import type { Expression, FileFacts, FunctionFacts } from '../facts/ir'
import { follow, functionBehind, httpMethods, namedExports, placeOf, type Draft } from './candidates'
import type { CallGraph } from './graph'

interface Export {
  readonly name: string
  readonly value: Expression
}

const source = String.raw`\.(?:[cm]?[jt]sx?)$`
const patterns = {
  nextRoute: new RegExp(`(?:^|/)app/(?:(.*)/)?route${source}`),
  anyRoute: new RegExp(`(?:^|/)(?:src/)?api/(?:(.*)/)?route${source}`),
  nextPage: new RegExp(`(?:^|/)app/(?:(.*)/)?(?:page|layout|template|default)${source}`),
  pagesApi: new RegExp(`(?:^|/)pages/(api/.*)${source}`),
  pages: new RegExp(`(?:^|/)pages/(.*)${source}`),
  remix: new RegExp(`(?:^|/)(?:routes/(.*)|app/root|route)${source}`),
  svelteServer: new RegExp(`(?:^|/)\\+server${source}`),
  sveltePage: new RegExp(`(?:^|/)\\+(?:page|layout)\\.server${source}`),
  vercelApi: new RegExp(`(?:^|/)(?:api|functions)/(.*)${source}`),
  strapi: new RegExp(`(?:^|/)(?:(?:api|extensions|plugins)/([^/]+)/|src/plugins/([^/]+)/)(?:server/)?(?:src/)?controllers/([^/]+)${source}`),
  netlify: new RegExp(`(?:^|/)netlify/(?:edge-)?functions/(.*)${source}`),
}

/** `path` is the file's path below the folder that all files share, with a leading slash. */
export function fileRoutes(graph: CallGraph, file: FileFacts, path: string): readonly Draft[] {
  const exports = namedExports(graph, file)
  const draft = ({ name, value }: Export, what: string, library: string, more: Partial<Draft> = {}): Draft => ({
    file,
    at: placeOf(graph, file, value),
    what,
    kind: 'http',
    onThrow: 'non-2xx',
    run: value,
    library,
    ...(value.kind !== 'call' && /^(?:GET|HEAD|OPTIONS|loader)$/.test(name) ? { isWebhook: false } : {}),
    ...more,
  })
  const methods = exports.filter(({ name }) => httpMethods.has(name) || name === 'fallback')
  const found: Draft[] = []

  const nextRoute = patterns.nextRoute.exec(path)
  if (nextRoute) found.push(...methods.map((item) => draft(item, `Next.js route ${item.name}`, 'next', { path: urlOf(nextRoute[1]) })))
  const anyRoute = nextRoute === null ? patterns.anyRoute.exec(path) : null
  if (anyRoute) found.push(...methods.map((item) => draft(item, `route ${item.name}`, 'file', { path: urlOf(anyRoute[1]) })))
  const page = patterns.nextPage.exec(path)
  if (page) found.push(...named(exports, 'default').map((item) => draft(item, `Next.js page ${urlOf(page[1])}`, 'next', { isWebhook: false })))

  const pagesApi = patterns.pagesApi.exec(path)
  const pages = patterns.pages.exec(path)
  if (pagesApi && methods.length === 0)
    found.push(...named(exports, 'default').map((item) => draft(item, `Next.js API route ${urlOf(pagesApi[1])}`, 'next', { path: urlOf(pagesApi[1]) })))
  else if (pages) {
    found.push(
      ...named(exports, 'getServerSideProps').map((item) => draft(item, `Next.js getServerSideProps ${urlOf(pages[1])}`, 'next', { isWebhook: false })),
    )
    found.push(...methods.map((item) => draft(item, `Astro endpoint ${item.name}`, 'astro', { path: urlOf(pages[1]) })))
  }

  const remix = patterns.remix.exec(path)
  if (remix) {
    for (const name of ['action', 'loader']) {
      found.push(
        ...named(exports, name).map((item) =>
          draft(item, `React Router ${name}${remix[1] === undefined ? '' : ` ${remix[1]}`}`, 'remix', { path: remix[1] ?? '' }),
        ),
      )
    }
  }
  if (patterns.svelteServer.test(path)) found.push(...methods.map((item) => draft(item, `SvelteKit endpoint ${item.name}`, 'sveltekit', { path })))
  if (patterns.sveltePage.test(path)) {
    found.push(...named(exports, 'load').map((item) => draft(item, 'SvelteKit load', 'sveltekit', { isWebhook: false })))
    for (const { value } of named(exports, 'actions')) {
      found.push(...membersOf(graph, value).map((item) => draft(item, `SvelteKit action ${item.name}`, 'sveltekit', { kind: 'action', isWebhook: false })))
    }
  }
  found.push(
    ...serverActions(graph, file, exports, draft),
    ...workers(graph, exports, draft),
    ...workerClasses(graph, file, draft),
    ...lambdas(graph, path, exports, draft),
  )
  if (found.length === 0) found.push(...strapiActions(graph, path, exports, draft))
  if (found.length === 0) found.push(...functionFolders(graph, path, exports, draft))
  return found
}

type MakeDraft = (item: Export, what: string, library: string, more?: Partial<Draft>) => Draft

function serverActions(graph: CallGraph, file: FileFacts, exports: readonly Export[], draft: MakeDraft): readonly Draft[] {
  const more = { kind: 'action', onThrow: 'fail', isWebhook: false } as const
  if (file.directives.includes('use server')) {
    return exports
      .filter(({ value }) => ['function', 'call'].includes(follow(graph, value).kind))
      .map((item) => draft(item, `server action ${item.name}`, 'next', more))
  }
  const inline = file.functions.filter((fn) => fn.directives.includes('use server'))
  return inline.map((fn) =>
    draft({ name: fn.name, value: { kind: 'function', id: fn.id, at: fn.at } }, `server action ${fn.name}`.trimEnd(), 'next', { ...more, at: fn.nameAt }),
  )
}

const workerEvents: Readonly<Record<string, { readonly kind: EntryKind; readonly onThrow: ThrowOutcome }>> = {
  fetch: { kind: 'http', onThrow: 'non-2xx' },
  queue: { kind: 'job', onThrow: 'retry' },
  scheduled: { kind: 'schedule', onThrow: 'fail' },
}

/** Cloudflare Workers and their kin: `export default { fetch, queue, scheduled }`. */
function workers(graph: CallGraph, exports: readonly Export[], draft: MakeDraft): readonly Draft[] {
  return named(exports, 'default').flatMap(({ value }) =>
    membersOf(graph, value).flatMap((item) => {
      const event = workerEvents[item.name]
      return event === undefined || !isHandler(graph, item.value) ? [] : [draft(item, `Worker ${item.name}`, 'workers', event)]
    }),
  )
}

/** Methods of Cloudflare's own base classes. */
function workerClasses(graph: CallGraph, file: FileFacts, draft: MakeDraft): readonly Draft[] {
  return file.types.flatMap((type) => {
    if (!/:(?:WorkerEntrypoint|DurableObject|WorkflowEntrypoint)$/.test(type.catalogueSupertype ?? '')) return []
    return type.methods.flatMap(({ name, id }) => {
      const event = { ...workerEvents, alarm: retried, ...(type.catalogueSupertype?.endsWith('WorkflowEntrypoint') === true ? { run: retried } : {}) }[name]
      const fn = graph.functionOf(id)
      if (event === undefined || fn === undefined) return []
      return [draft({ name, value: { kind: 'function', id, at: fn.at } }, `Worker ${type.name}.${name}`, 'workers', { ...event, at: fn.nameAt })]
    })
  })
}

const retried = { kind: 'job', onThrow: 'retry' } as const

/** An exported function whose event has a type from `aws-lambda`, or plain `handler`. The event tells who calls, and so what a throw means. */
function lambdas(graph: CallGraph, path: string, exports: readonly Export[], draft: MakeDraft): readonly Draft[] {
  return exports.flatMap((item) => {
    const type = functionBehind(graph, item.value)?.parameters[0]?.type ?? ''
    const typed = /^aws-lambda:(\w+?)(?:Event(?:V2)?|Record)?(?:<.*)?$/.exec(type)
    if (patterns.netlify.test(path) && (item.name === 'handler' || item.name === 'default')) return [draft(item, 'Netlify function', 'netlify', { path })]
    if (typed === null && (item.name !== 'handler' || !isHandler(graph, item.value))) return []
    const trigger = typed?.[1] ?? ''
    if (trigger === '' || /^(?:APIGateway|ALB|LambdaFunctionURL|Context)/.test(trigger)) return [draft(item, `Lambda ${item.name}`, 'aws-lambda')]
    if (trigger.startsWith('Scheduled'))
      return [draft(item, `Lambda ${item.name} (schedule)`, 'aws-lambda', { kind: 'schedule', onThrow: 'retry', isWebhook: false })]
    return [draft(item, `Lambda ${item.name} (${trigger})`, 'aws-lambda', { kind: 'job', onThrow: 'retry', isWebhook: false })]
  })
}

/** `api/pay.ts` with a default export of `(req, res)` or of HTTP methods: Vercel functions, Wasp, Gatsby and others. */
function functionFolders(graph: CallGraph, path: string, exports: readonly Export[], draft: MakeDraft): readonly Draft[] {
  const match = patterns.vercelApi.exec(path)
  if (match === null) return []
  const main = named(exports, 'default').filter(({ value }) => {
    const fn = functionBehind(graph, value)
    const names = fn?.parameters.map(({ pattern }) => (pattern.kind === 'name' ? pattern.name : '')) ?? []
    return /^_?(?:req|request|event)$/.test(names[0] ?? '')
  })
  const methods = exports.filter(({ name, value }) => httpMethods.has(name) && isHandler(graph, value))
  return [...main, ...methods].map((item) => draft(item, `function ${urlOf(match[1])}`, 'file', { path }))
}

/** Actions of a Strapi controller: an object of functions, or what `createCoreController(uid, ({ strapi }) => ({ … }))` is given. */
function strapiActions(graph: CallGraph, path: string, exports: readonly Export[], draft: MakeDraft): readonly Draft[] {
  const match = patterns.strapi.exec(path)
  if (match === null) return []
  const [main] = named(exports, 'default')
  const factory = main === undefined ? undefined : functionBehind(graph, main.value)
  const actions = main === undefined ? exports : factory === undefined ? membersOf(graph, main.value) : returnedMembers(graph, factory)
  const controller = match[1] ?? match[2] ?? ''
  return actions
    .filter(({ value }) => isHandler(graph, value))
    .map((item) => draft(item, `Strapi ${match[3] ?? controller}.${item.name}`, 'strapi', { path: `/${controller}/${item.name}` }))
}

function returnedMembers(graph: CallGraph, { body }: FunctionFacts): readonly Export[] {
  return body.flatMap((statement) => (statement.kind === 'return' && statement.value !== null ? membersOf(graph, statement.value) : []))
}

function membersOf(graph: CallGraph, value: Expression): readonly Export[] {
  const object = follow(graph, value)
  if (object.kind !== 'object') return []
  return object.properties.flatMap(({ key, value: member }) => (typeof key === 'string' ? [{ name: key, value: member }] : []))
}

function isHandler(graph: CallGraph, value: Expression): boolean {
  return ['function', 'call', 'property'].includes(follow(graph, value).kind)
}

function named(exports: readonly Export[], name: string): readonly Export[] {
  return exports.filter((item) => item.name === name)
}

/** Route groups and parallel slots are no part of the URL. */
function urlOf(path = ''): string {
  const parts = path.split('/').filter((part) => part !== '' && part !== 'index' && !/^[(@]/.test(part))
  return `/${parts.join('/')}`
}

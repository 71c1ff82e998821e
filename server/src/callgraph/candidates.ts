/** What every search for entry points shares: drafts, names of frameworks, and following values through module-level variables. */
import type { Span } from '../base/location'
import type { EntryKind, ThrowOutcome } from '../models/effects'
import type { Expression, FileFacts, FunctionFacts } from '../facts/ir'
import { argumentAt, propertyAt } from '../facts/visit'
import type { CallGraph } from './graph'

export interface Draft {
  readonly file: FileFacts
  readonly at: Span
  readonly what: string
  readonly kind: EntryKind
  readonly onThrow: ThrowOutcome
  readonly run: Expression
  readonly library: string
  readonly before?: readonly Expression[]
  /** URL path or other name of the registration, which may say who calls. */
  readonly path?: string
  readonly events?: readonly Expression[]
  readonly referenced?: boolean
  /** Only set where the framework itself knows. */
  readonly isWebhook?: boolean
}

export const httpMethods: ReadonlySet<string> = new Set(['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS', 'ALL'])

const titles: Readonly<Record<string, string>> = {
  next: 'Next.js',
  nestjs: 'NestJS',
  trpc: 'tRPC',
  h3: 'Nitro',
  graphql: 'GraphQL',
  'aws-lambda': 'Lambda',
  'firebase-functions': 'Firebase',
  sveltekit: 'SvelteKit',
  bullmq: 'BullMQ',
  pgboss: 'pg-boss',
  'pg-boss': 'pg-boss',
  rabbitmq: 'RabbitMQ',
  kafkajs: 'Kafka',
  'better-auth': 'Better Auth',
  lemonsqueezy: 'Lemon Squeezy',
  'trigger.dev': 'Trigger.dev',
  events: 'Message',
  'polar-adapters': 'Polar',
  'azure-functions': 'Azure',
  'tanstack-start': 'TanStack Start',
  hapi: 'hapi',
  http: 'Node',
  shape: 'HTTP',
  globals: 'HTTP',
}

export function titleOf(library: string): string {
  return titles[library] ?? `${library.charAt(0).toUpperCase()}${library.slice(1).replaceAll('-', ' ')}`
}

/** The value behind module-level variables, wrappers that return what they are given, and properties of literals. */
export function follow(graph: CallGraph, value: Expression, depth = 8): Expression {
  if (depth === 0) return value
  const next = nextOf(graph, value, depth)
  return next === null ? value : follow(graph, next, depth - 1)
}

function nextOf(graph: CallGraph, value: Expression, depth: number): Expression | null {
  if (value.kind === 'variable') return graph.moduleVariable(value.id) ?? null
  if (value.kind === 'property') {
    const object = follow(graph, value.object, depth - 1)
    if (object.kind === 'module') return graph.exportsOf(object.file).get(value.name) ?? null
    return object.kind === 'object' ? propertyAt(object, [value.name]) : null
  }
  if (value.kind !== 'call') return null
  const pass = value.effects.map(({ effect }) => effect).find((effect) => effect.kind === 'pass')
  return pass === undefined ? null : argumentAt(value, pass.argument)
}

export function constantText(graph: CallGraph, value: Expression | null): string | null {
  if (value === null) return null
  const found = follow(graph, value)
  return found.kind === 'constant' && typeof found.value === 'string' ? found.value : null
}

export function functionBehind(graph: CallGraph, value: Expression): FunctionFacts | undefined {
  const found = follow(graph, value)
  return found.kind === 'function' ? graph.functionOf(found.id) : undefined
}

/** The same, or the function that a wrapper is given (`catchAsync(async (req, res) => …)`), or the method that a field's object has (`this.controller.handle`). */
export function handlerBehind(graph: CallGraph, value: Expression, depth = 2): FunctionFacts | undefined {
  const own = functionBehind(graph, value)
  if (own !== undefined || depth === 0) return own
  const found = follow(graph, value)
  const inner =
    found.kind === 'call'
      ? [...found.arguments.map((item) => item.value), ...(found.callee.kind === 'property' && found.callee.name === 'bind' ? [found.callee.object] : [])]
      : found.kind === 'property' && found.member !== null
        ? graph.dispatch(found.member)
        : []
  return inner.map((part) => handlerBehind(graph, part, depth - 1)).find((part) => part !== undefined)
}

/** Named exports; a CommonJS `module.exports = { … }` counts as its properties. */
export function namedExports(graph: CallGraph, file: FileFacts): readonly { readonly name: string; readonly value: Expression }[] {
  return file.exports.flatMap(({ name, value }) => {
    if (name !== 'export=') return [{ name, value }]
    const object = follow(graph, value)
    if (object.kind !== 'object') return [{ name: 'default', value }]
    return object.properties.flatMap((property) => (typeof property.key === 'string' ? [{ name: property.key, value: property.value }] : []))
  })
}

/** Where a finding about this entry point is shown: the name of its function, or the expression. */
export function placeOf(graph: CallGraph, file: FileFacts, value: Expression): Span {
  const fn = functionBehind(graph, value)
  return fn?.file === file.file ? fn.nameAt : value.at
}

/** Folders whose names frameworks give a meaning to. */
const meaningful: ReadonlySet<string> = new Set(['app', 'pages', 'src', 'routes', 'server', 'api', 'functions', 'netlify', 'actions'])

/** Folder that all files share, up to the first such name; what lies above it says nothing about a file. */
export function commonFolder(paths: readonly string[]): string {
  const [first, ...rest] = paths.map((path) => path.split('/').slice(0, -1))
  if (first === undefined) return ''
  const differs = first.findIndex((part, i) => rest.some((other) => other[i] !== part))
  const shared = first.slice(0, differs < 0 ? first.length : differs)
  const frame = shared.findIndex((part) => meaningful.has(part))
  return shared.slice(0, frame < 0 ? shared.length : frame).join('/')
}

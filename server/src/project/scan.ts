/** One pass of regular expressions over a file's text: its imports, and whether it speaks of payments or messages. */
import { ignoreComment } from '../base/ignoreComment'
import type { CompiledVocabulary } from './vocabulary'

/** `names` are the imported names; `*` stands for the whole module (namespace, `require`, dynamic import, side effect). */
export interface ScannedImport {
  readonly specifier: string
  readonly names: readonly string[]
  readonly form: 'import' | 'type' | 'export' | 'call' | 'effect'
}

export interface FileScan {
  readonly imports: readonly ScannedImport[]
  /** Names it exports by declarations; null when it may export others. */
  readonly exports: ReadonlySet<string> | null
  /** Names after `extends` and `implements`, and types of variables and results: finds implementations without parsing every file. */
  readonly heritage: readonly string[]
  /** Payment libraries whose packages it imports. */
  readonly paymentLibraries: readonly string[]
  /** The text names a payment provider, and something that may confirm a payment. */
  readonly mayConfirm: boolean
  /** It imports a package that sends or delivers messages. */
  readonly importsMessages: boolean
  /** It calls functions that it imports as types only. */
  readonly callsByType: boolean
  /** It runs something by the clock, or its path says so: it may pick up what others left behind. */
  readonly isScheduled: boolean
  /** It names the comment that accepts a finding. */
  readonly suppresses: boolean
  /** Literals and names in a file that listens, works on a queue or is scheduled; null for any other. */
  readonly words: ReadonlySet<string> | null
}

/**
 * Over-approximates on purpose: an import inside a comment is an edge too many, which costs a parse and no more. It must not miss any
 * (`import x = require()` is covered by `require(`).
 */
const specifierPattern =
  /\bfrom\s*(['"])([^'"\n]+)\1|\bimport\s*(['"])([^'"\n]+)\3|\b(?:import|require)\s*\(\s*(?:\/\*[\s\S]*?\*\/\s*)?(['"`])([^'"`\n]+)\5\s*,?\s*\)/g

/** How far before `from` the keyword of its statement may stand: a long list of names. */
const longestClause = 6000

const heritagePattern = /\b(?:extends|implements)\s+([\w$.]+(?:<[^{}()]*?>)?(?:\s*,\s*[\w$.]+)*)/g

/** `const gateway: Gateway =`, `satisfies Gateway`, `(): Gateway {`, `new Gateway({`. */
const annotationPattern =
  /\b(?:const|let|var)\s+[\w$]+\s*:\s*(?:[\w$]+\.)*([A-Z][\w$]*)|\bsatisfies\s+(?:[\w$]+\.)*([A-Z][\w$]*)|\)\s*:\s*([A-Z][\w$]*)\s*(?:=>|\{)|\bnew\s+([A-Z][\w$]*)\s*\(\s*\{/g

const exportPattern =
  /\bexport\s+(?:default\s+)?(?:declare\s+)?(?:abstract\s+)?(?:async\s+)?(?:function\s*\*?|class|const|let|var|enum|interface|type|namespace)\s+([\w$]+)/g
/** Lists, stars, patterns and CommonJS: only a parse tells. */
const otherExports = /\bexport\s*(?:\{|\*|type\s*\{|(?:const|let|var)\s*[{[]|=)|\bexports\b/

const whole = ['*'] as const

export function scanImports(text: string): readonly ScannedImport[] {
  const imports: ScannedImport[] = []
  for (const match of text.matchAll(specifierPattern)) {
    const [, , from, , effect, , called] = match
    if (from !== undefined) {
      const keyword = keywordBefore(text, match.index)
      if (keyword === null) continue
      const clause = text.slice(keyword.end, match.index)
      const isType = /^\s+type\b(?!\s*(?:,|from\b|$))/.test(clause)
      imports.push({ specifier: from, names: namesOf(isType ? clause.replace('type', '') : clause), form: isType ? 'type' : keyword.name })
    } else if (effect !== undefined) imports.push({ specifier: effect, names: whole, form: 'effect' })
    else if (called !== undefined) imports.push({ specifier: called, names: whole, form: 'call' })
  }
  return imports
}

/** The nearest whole word `import` or `export` before an offset. */
function keywordBefore(text: string, offset: number): { readonly name: 'import' | 'export'; readonly end: number } | null {
  const stop = Math.max(0, offset - longestClause)
  for (let at = offset; at > stop;) {
    at = text.lastIndexOf('port', at - 1)
    if (at < stop + 2) return null
    const head = text.slice(at - 2, at)
    const name = head === 'im' ? 'import' : head === 'ex' ? 'export' : null
    if (name !== null && !/[\w$]/.test(text[at - 3] ?? ' ') && !/[\w$]/.test(text[at + 4] ?? ' ')) return { name, end: at + 4 }
  }
  return null
}

/** `a, { b as c, type D }` → `default`, `b`, `D`. */
function namesOf(clause: string): readonly string[] {
  const text = clause.replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, '')
  if (text.includes('*')) return whole
  const open = text.indexOf('{')
  const names: string[] = []
  const outside = (open < 0 ? text : text.slice(0, open)).replace(/[,\s]/g, '')
  if (outside !== '') names.push('default')
  if (open >= 0) {
    const close = text.indexOf('}', open)
    for (const part of text.slice(open + 1, close < 0 ? undefined : close).split(',')) {
      const name = /^\s*(?:type\s+(?!as\b))?([\w$]+)/.exec(part)?.[1]
      if (name !== undefined) names.push(name)
    }
  }
  return names
}

const scheduledPath = /cron|schedul|jobs?\b|tasks?\b|worker|reconcil|retry|sweep|dead-?letter|outbox|background/i

/** `path` relative to the workspace. */
export function scanFile(path: string, text: string, vocabulary: CompiledVocabulary): FileScan {
  const imports = scanImports(text)
  const heritage: string[] = []
  if (/\b(?:extends|implements)\b/.test(text)) {
    for (const match of text.matchAll(heritagePattern)) {
      for (const name of (match[1] ?? '').replace(/<[^>]*>+/g, '').split(',')) heritage.push(lastName(name.trim()))
    }
  }
  for (const [, variable, satisfied, result, made] of text.matchAll(annotationPattern)) heritage.push(variable ?? satisfied ?? result ?? made ?? '')
  const exported = otherExports.test(text) ? null : new Set([...text.matchAll(exportPattern)].map((match) => match[1] ?? ''))
  if (exported !== null && /\bexport\s+default\b/.test(text)) exported.add('default')
  const libraries = new Set<string>()
  for (const { specifier } of imports) {
    const library = vocabulary.paymentLibrary(specifier)
    if (library !== undefined) libraries.add(library)
  }
  const importsMessages = imports.some((item) => vocabulary.isMessagePackage(item.specifier))
  // Components poll; they do not make up for what failed.
  const isScheduled =
    !path.endsWith('x') && (scheduledPath.test(path) || scheduledCall.test(text) || imports.some((item) => vocabulary.isSchedulePackage(item.specifier)))
  return {
    imports,
    exports: exported,
    heritage: [...new Set(heritage)],
    paymentLibraries: [...libraries],
    mayConfirm: vocabulary.hasEvent(text) || ((libraries.size > 0 || vocabulary.speaksOfPayments(text)) && vocabulary.mayConfirm(text)),
    importsMessages,
    callsByType: imports.some((item) => vocabulary.isProxyPackage(item.specifier)),
    isScheduled,
    suppresses: text.includes(ignoreComment),
    words: isScheduled || importsMessages || listeningCall.test(text) || (heritage.length > 0 && keyField.test(text)) ? wordsOf(text) : null,
  }
}

/** In-house emitters: `bus.on('paid', …)`, `bus.subscribe(OrderPaid, …)`. */
const listeningCall =
  /\.(?:on|once|addListener|subscribe|process|consume|listen|handle|work|define|subscription|createReceiver)\s*\(\s*(?:['"`]|[A-Z])|\.(?:createFunction|defineJob|process)\s*\(|\beach(?:Message|Batch)\b|\b(?:\w*(?:[wW]orker|[cC]onsumer|[sS]ubscriber|[lL]istener|[pP]rocessor)|(?:consume|subscribe|listen)\w+)\s*\(\s*['"`]/
/** Listeners of an in-house base class: `subject = Subjects.OrderPaid`. */
const keyField =
  /^\s*(?:(?:public|protected|private|readonly|static|override)\s+)*(?:subject|topic|queue|channel|pattern|routingKey|(?:event|queue|topic|job)Name|eventType)\s*(?::[^=;\n]+)?=(?!=)/m
const scheduledCall = /\bsetInterval\s*\(/

function wordsOf(text: string): ReadonlySet<string> {
  const words = new Set<string>()
  for (const match of text.matchAll(/(['"`])([\w.:/-]{3,80})\1|\b[A-Za-z_$][\w$]{2,}/g)) words.add(match[2] ?? match[0])
  return words
}

export function lastName(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1)
}

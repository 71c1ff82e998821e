/** Reads the index's vocabulary out of the catalogue: which names are tagged as confirming, sending and listening. */
import ts from 'typescript'
import type { Catalogue } from '../models/catalogue'
import type { PaymentLibrary, ProjectVocabulary } from './vocabulary'

const confirmingTags = /@(?:charge|payment|event|verify|isPaid|checkout|onEvent)\b/
const senderTags = /@(?:emit|enqueue)\b/
const schedulerTags = /@entry schedule\b/
const listenerTags = /@(?:listen|worker|queue|entry (?:job|event))\b/
const interestingTags = /@(?:provider|charge|payment|event|verify|isPaid|checkout|onEvent|emit|enqueue|listen|worker|status|entry)\b/
/** Too common to say anything by themselves. */
const commonNames = new Set(['constructor', 'create', 'save', 'retry', 'default'])

/** The longest piece of a path between its parameters. */
function longestPart(pattern: string): string {
  return pattern.split(/:\w+/).reduce((longest, part) => (part.length > longest.length ? part : longest), '')
}

interface Member {
  /** The `declare module` it stands in. */
  readonly module: string | null
  readonly owner: string | null
  readonly name: string
}

/**
 * A member whose type is reached by a property (`charges: Charges`) is known as `charges.create`; any other by its bare name. A constructor
 * is known by the name of its class.
 */
export function vocabularyOf(catalogue: Catalogue): ProjectVocabulary {
  const libraries: PaymentLibrary[] = []
  const senders = new Set<string>()
  const listeners = new Set<string>()
  const statuses = new Set<string>()
  const statusProperties = new Set<string>()
  const messagePackages = new Set<string>()
  const schedulePackages = new Set<string>()
  const proxyPackages = new Set<string>()
  const packagesOf = new Map<string, string[]>()
  for (const [specifier, path] of catalogue.packages) packagesOf.set(path, [...(packagesOf.get(path) ?? []), specifier])
  for (const { path } of catalogue.files) {
    const source = catalogue.sourceFile(path)
    if (source === undefined || !interestingTags.test(source.text)) continue
    const reader = new FileReader(source)
    reader.visit(source, null)
    const packages = packagesOf.get(path) ?? []
    const provider = catalogue.providers.find((item) => item.name === catalogue.providerOf(path))
    const confirming = reader.confirming.flatMap(({ owner, name }) => {
      // A callback is a key of an object literal, whatever holds that object.
      const accessors = owner === null || /^on[A-Z]/.test(name) ? [] : (reader.accessors.get(owner) ?? [])
      return accessors.length === 0 ? [name] : accessors.map((accessor) => `${accessor}.${name}`)
    })
    if (packages.length > 0 && (confirming.length > 0 || provider !== undefined))
      libraries.push({ name: path, packages, words: provider?.words ?? [], confirming: [...new Set(confirming)] })
    for (const { name } of reader.senders) if (!commonNames.has(name)) senders.add(name)
    for (const { name } of reader.listeners) if (!commonNames.has(name)) listeners.add(name)
    for (const status of reader.statuses) statuses.add(status)
    for (const name of reader.statusProperties) statusProperties.add(name)
    for (const { module } of [...reader.senders, ...reader.listeners]) if (module !== null) messagePackages.add(module)
    for (const { module } of reader.schedulers) if (module !== null) schedulePackages.add(module)
    for (const { module } of reader.proxies) if (module !== null) proxyPackages.add(module)
    // `declare module '@hokify/agenda' { export * from 'agenda' }`
    for (const [module, specifier] of reader.passedOn)
      for (const packages of [messagePackages, schedulePackages]) if (packages.has(specifier)) packages.add(module)
  }
  const events = catalogue.providers.flatMap((provider) => [...provider.events].filter(([, meaning]) => meaning !== 'other').map(([name]) => name))
  return {
    libraries,
    hosts: catalogue.vocabulary.hosts,
    words: catalogue.vocabulary.words,
    events: [...new Set(events)],
    routes: [
      ...new Set(catalogue.providers.flatMap((provider) => provider.routes.map((route) => longestPart(route.pattern))).filter((part) => part.length > 8)),
    ],
    statuses: [...new Set([...statuses, ...catalogue.providers.flatMap((provider) => provider.statuses.paid)])],
    statusProperties: [...statusProperties],
    messagePackages: [...messagePackages],
    schedulePackages: [...schedulePackages],
    proxyPackages: [...proxyPackages],
    senders: [...senders],
    listeners: [...listeners],
  }
}

class FileReader {
  readonly confirming: Member[] = []
  readonly senders: Member[] = []
  readonly listeners: Member[] = []
  readonly schedulers: Member[] = []
  readonly proxies: Member[] = []
  readonly statuses = new Set<string>()
  readonly statusProperties = new Set<string>()
  private module: string | null = null
  readonly passedOn: (readonly [module: string, specifier: string])[] = []
  /** Type → properties of that type. */
  readonly accessors = new Map<string, string[]>()

  constructor(private readonly source: ts.SourceFile) {}

  visit(node: ts.Node, owner: string | null): void {
    if (ts.isModuleDeclaration(node) && ts.isStringLiteral(node.name)) this.module = node.name.text
    if (ts.isExportDeclaration(node) && this.module !== null && node.moduleSpecifier !== undefined && ts.isStringLiteral(node.moduleSpecifier)) {
      this.passedOn.push([this.module, node.moduleSpecifier.text])
    }
    const name = nameOf(node, owner)
    if (name !== null) {
      this.note(tagsBefore(node, this.source.text), { module: this.module, owner, name })
      if ((ts.isPropertySignature(node) || ts.isPropertyDeclaration(node)) && node.type !== undefined && ts.isTypeReferenceNode(node.type)) {
        const { typeName } = node.type
        const type = ts.isIdentifier(typeName) ? typeName.text : typeName.right.text
        this.accessors.set(type, [...(this.accessors.get(type) ?? []), name])
      }
    }
    const inner = ts.isClassDeclaration(node) || ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node) ? (node.name?.text ?? owner) : owner
    ts.forEachChild(node, (child) => {
      this.visit(child, inner)
    })
  }

  private note(tags: string, member: Member): void {
    if (tags === '') return
    // A list of payments proves nothing by itself; where it does, its statuses are tested.
    if (confirmingTags.test(tags) && !/^(?:list|search|all|find|query)/i.test(member.name)) this.confirming.push(member)
    if (senderTags.test(tags)) this.senders.push(member)
    if (/@proxy\b/.test(tags)) this.proxies.push(member)
    if (schedulerTags.test(tags)) this.schedulers.push(member)
    if (listenerTags.test(tags)) this.listeners.push(member)
    if (/@status\b/.test(tags)) this.statusProperties.add(member.name)
    for (const match of tags.matchAll(/@status\b[^@]*?\bpaid=([^\s*]+)/g)) for (const value of (match[1] ?? '').split('|')) this.statuses.add(value)
  }
}

function nameOf(node: ts.Node, owner: string | null): string | null {
  if (ts.isConstructorDeclaration(node)) return owner
  if (ts.isVariableStatement(node)) {
    const name = node.declarationList.declarations[0]?.name
    return name !== undefined && ts.isIdentifier(name) ? name.text : null
  }
  const named = ts.isMethodSignature(node) || ts.isMethodDeclaration(node) || ts.isPropertySignature(node) || ts.isPropertyDeclaration(node)
  if (named || ts.isFunctionDeclaration(node) || ts.isClassDeclaration(node) || ts.isInterfaceDeclaration(node)) {
    return node.name !== undefined && (ts.isIdentifier(node.name) || ts.isStringLiteral(node.name)) ? node.name.text : null
  }
  return null
}

/** The JSDoc comment that ends right before the node. */
function tagsBefore(node: ts.Node, text: string): string {
  const comments = ts.getLeadingCommentRanges(text, node.pos) ?? []
  return comments
    .map((range) => text.slice(range.pos, range.end))
    .filter((comment) => comment.startsWith('/**'))
    .join('\n')
}

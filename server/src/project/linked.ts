/** What a file uses through one other file: `lib/stripe.ts` wraps the package, the files that import it use Stripe. */
import type { FilePath } from '../base/location'
import { splitMention, type Names } from './names'
import type { Unit } from './units'
import type { WorkspaceIndex } from './workspaceIndex'

/** Whether the file, or a file it imports (through a barrel, one of the names it asks for), imports the package of a payment library. */
export function usesPayments(index: WorkspaceIndex, file: FilePath): boolean {
  const imports = (other: FilePath): boolean => (index.files.get(other)?.scan.paymentLibraries.length ?? 0) > 0
  const exportsOne = (other: FilePath, names: readonly string[]): boolean => {
    const exported = index.files.get(other)?.scan.exports ?? null
    return exported === null || names.some((name) => name === '*' || exported.has(name))
  }
  const passesOn = (barrel: FilePath, names: readonly string[]): boolean =>
    index.importsOf(barrel).some((inner) => inner.import.form === 'export' && imports(inner.file) && exportsOne(inner.file, names))
  return imports(file) || index.importsOf(file).some((edge) => edge.import.form !== 'type' && (imports(edge.file) || passesOn(edge.file, edge.import.names)))
}

/**
 * Payment libraries behind what each unit mentions: names imported from their packages or from a file that imports these, and top-level names of
 * the file that are made from such names.
 */
export function paymentLibrariesOf(names: Names, file: FilePath): (unit: Unit) => ReadonlySet<string> {
  const { index } = names
  const outline = names.outline(file)
  const behindModule = (specifier: string): readonly string[] => {
    const library = index.vocabulary.paymentLibrary(specifier)
    if (library !== undefined) return [library]
    const target = names.resolve(specifier, file)
    return target === null ? [] : (index.files.get(target)?.scan.paymentLibraries ?? [])
  }
  const behind = new Map<string, ReadonlySet<string>>()
  for (const [local, { specifier }] of outline.imports) {
    const libraries = behindModule(specifier)
    if (libraries.length > 0) behind.set(local, new Set(libraries))
  }
  /** `import { stripe } from '@acme/utils'`: the file that a barrel passes the name on from. */
  const throughBarrel = (mention: string): void => {
    const [local] = splitMention(mention)
    if (!outline.imports.has(local) || behind.has(local) || behind.has(mention)) return
    const home = names.homeOf(file, mention)
    behind.set(mention, new Set(home === null ? [] : (index.files.get(home.file)?.scan.paymentLibraries ?? [])))
  }
  const librariesOf = (unit: Unit): ReadonlySet<string> => {
    const found = new Set<string>()
    for (const mention of unit.mentions) {
      throughBarrel(mention)
      for (const library of behind.get(splitMention(mention)[0]) ?? behind.get(mention) ?? []) found.add(library)
    }
    for (const load of unit.loads) for (const library of behindModule(load.specifier)) found.add(library)
    return found
  }
  const made = outline.declarations.flatMap(({ names: declared, units }) => {
    const libraries = new Set(units.flatMap((unit) => [...librariesOf(unit)]))
    return libraries.size === 0 ? [] : declared.map((name) => [name, libraries] as const)
  })
  for (const [name, libraries] of made) behind.set(name, new Set([...(behind.get(name) ?? []), ...libraries]))
  return librariesOf
}

/** Whether the file, or a file it imports (through a file that only passes others on), uses a package for messages. */
export function isMessaging(index: WorkspaceIndex, file: FilePath): boolean {
  const uses = (other: FilePath): boolean => index.files.get(other)?.scan.importsMessages === true
  return (
    uses(file) ||
    index.importsOf(file).some((edge) => uses(edge.file) || index.importsOf(edge.file).some((inner) => inner.import.form === 'export' && uses(inner.file)))
  )
}

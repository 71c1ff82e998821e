/** What a file uses through one other file: `lib/stripe.ts` wraps the package, the files that import it use Stripe. */
import type { FilePath } from '../base/location'
import type { WorkspaceIndex } from './workspaceIndex'

/** Payment libraries that the file or a file it imports imports. */
export function paymentLibrariesNear(index: WorkspaceIndex, file: FilePath): ReadonlySet<string> {
  const libraries = new Set(index.files.get(file)?.scan.paymentLibraries)
  for (const edge of index.importsOf(file)) {
    if (edge.import.form !== 'type') for (const library of index.files.get(edge.file)?.scan.paymentLibraries ?? []) libraries.add(library)
  }
  return libraries
}

/** Whether the file, or a file it imports, uses a package for messages. */
export function isMessaging(index: WorkspaceIndex, file: FilePath): boolean {
  return index.files.get(file)?.scan.importsMessages === true || index.importsOf(file).some((edge) => index.files.get(edge.file)?.scan.importsMessages === true)
}

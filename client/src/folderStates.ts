/** The last word of the server about each workspace folder. */
import { EventEmitter, type Disposable } from 'vscode'
import type { FolderState } from '../../server/src/lsp/protocol'

export class FolderStates implements Disposable {
  private readonly byUri = new Map<string, FolderState>()
  private readonly changed = new EventEmitter<readonly FolderState[]>()
  readonly onDidChange = this.changed.event

  all(): readonly FolderState[] {
    return [...this.byUri.values()]
  }

  set(state: FolderState): void {
    this.byUri.set(state.folder.uri, state)
    this.changed.fire(this.all())
  }

  remove(uri: string): void {
    if (this.byUri.delete(uri)) this.changed.fire(this.all())
  }

  dispose(): void {
    this.changed.dispose()
  }
}

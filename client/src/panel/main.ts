/** The page of the audit panel: draws what the extension sends, reports which place was chosen. */
import '@vscode-elements/elements/dist/vscode-badge/index.js'
import '@vscode-elements/elements/dist/vscode-collapsible/index.js'
import '@vscode-elements/elements/dist/vscode-icon/index.js'
import '@vscode-elements/elements/dist/vscode-progress-bar/index.js'
import '@vscode-elements/elements/dist/vscode-tree/index.js'
import '@vscode-elements/elements/dist/vscode-tree-item/index.js'
import { render } from 'lit'
import type { Drawn, FromPage, ToPage } from './messages'
import { page, placeOf } from './view'
import './panel.css'

declare function acquireVsCodeApi(): { postMessage(message: FromPage): void }

const editor = acquireVsCodeApi()
const root = document.querySelector('main') ?? document.body

window.addEventListener('message', (event: MessageEvent<ToPage>) => {
  render(page(event.data.folders), root)
  editor.postMessage({ kind: 'drawn', turn: event.data.turn, drawn: drawn() })
})
root.addEventListener(
  'vsc-tree-select',
  (event) => {
    if (!(event instanceof CustomEvent) || !Array.isArray(event.detail)) return
    const [item]: readonly unknown[] = event.detail
    const place = item instanceof HTMLElement ? placeOf(item) : undefined
    if (place !== undefined) editor.postMessage({ kind: 'open', location: place.location })
  },
  // The event does not bubble.
  { capture: true },
)
editor.postMessage({ kind: 'ready' })

function drawn(): Drawn {
  const text = (selector: string) => [...root.querySelectorAll(selector)].map((element) => element.textContent.trim())
  return { headings: text('h1, h2'), items: text('.label') }
}

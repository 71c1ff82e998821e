/** What the audit panel shows, as templates over the protocol's types. */
import { html, nothing, svg, type TemplateResult } from 'lit'
import { ref } from 'lit/directives/ref.js'
import { repeat } from 'lit/directives/repeat.js'
import type { FolderState, HandlerView, NoteView, OperationView, PathView, Place, ReportView } from '../../../server/src/lsp/protocol'
import { classMeanings, mechanismNames, plural, protectionClasses } from './words'

type Tone = 'good' | 'bad' | 'quiet'

const places = new WeakMap<HTMLElement, Place>()

/** The place that a tree item stands for, if choosing it opens one. */
export function placeOf(item: HTMLElement): Place | undefined {
  return places.get(item)
}

export function page(folders: readonly FolderState[]): TemplateResult {
  const only = folders.length === 1 ? folders[0] : undefined
  if (only !== undefined) return folder(only)
  if (folders.length === 0) return html`<p class="empty">Open a folder to audit it.</p>`
  return html`${repeat(
    folders,
    (state) => state.folder.uri,
    (state) => html`<vscode-collapsible heading=${state.folder.name} open><div class="folder">${folder(state)}</div></vscode-collapsible>`,
  )}`
}

function folder({ phase, message, report }: FolderState): TemplateResult {
  return html`
    ${phase === 'auditing' ? html`<vscode-progress-bar indeterminate aria-label="Auditing"></vscode-progress-bar>` : nothing}
    ${phase === 'failed' ? html`<p role="alert">${icon('error', 'bad')} ${message}</p>` : nothing}
    ${report === null ? html`<p class="empty">${phase === 'failed' ? 'There is no earlier result to show.' : 'Auditing the folder …'}</p>` : audit(report)}
  `
}

function audit(report: ReportView): TemplateResult {
  return html`
    ${summary(report)}
    ${
      report.handlers.length > 0
        ? html`<h2>Handlers</h2>
            ${tree(repeat(report.handlers, (handler) => handler.what + handler.at.label, handlerItem))}`
        : nothing
    }
    ${notes('Advisories', report.advisories, 'info')} ${notes('Suppressed', report.suppressed, 'mute')} ${coverage(report)}
  `
}

function summary({ verdict, totals, suppressed }: ReportView): TemplateResult {
  if (verdict === 'pass' && totals.operations === 0)
    return html`<h1>${icon('pass', 'good')} Pass</h1>
      <p>${plural(suppressed.length, 'finding')} accepted, no other is left.</p>`
  switch (verdict) {
    case 'skip':
      return html`<h1>${icon('circle-slash', 'quiet')} Nothing to protect</h1>
        <p class="empty">No database write follows a confirmed payment here, so the rule does not apply.</p>`
    case 'pass':
      return html`<h1>${icon('pass-filled', 'good')} Pass</h1>
        <p>${plural(totals.operations, 'database write')} after a confirmed payment, all protected.</p>
        ${classBar(totals)}`
    case 'fail':
      return html`<h1>${icon('error', 'bad')} Fail</h1>
        <p>
          ${totals.operations - totals.protected} of ${plural(totals.operations, 'database write')} after a confirmed payment can fail with nothing that rolls
          back, refunds or tries again.
        </p>
        ${classBar(totals)}`
  }
}

function classBar({ byClass, operations }: ReportView['totals']): TemplateResult {
  const label = protectionClasses.map((name) => `${name}, ${classMeanings[name]}: ${byClass[name]}`).join('; ')
  const x = (index: number) => protectionClasses.slice(0, index).reduce((sum, name) => sum + byClass[name], 0)
  return html`
    <svg class="bar" role="img" aria-label=${label} viewBox="0 0 ${Math.max(1, operations)} 1" preserveAspectRatio="none">
      ${protectionClasses.map((name, index) => svg`<rect class="class-${name}" x=${x(index)} width=${byClass[name]} height="1"></rect>`)}
    </svg>
    <ul class="legend" aria-hidden="true">
      ${protectionClasses.map((name) => html`<li><span class="swatch class-${name}"></span>${name}: ${classMeanings[name]} <vscode-badge>${byClass[name]}</vscode-badge></li>`)}
    </ul>
  `
}

function handlerItem(handler: HandlerView): TemplateResult {
  const { what, at, operations } = handler
  const fails = operations.some((operation) => !operation.protected && operation.tier === 'fulfilment')
  return html`<vscode-tree-item branch open>
    ${fails ? branchIcon('error', 'bad') : branchIcon('pass-filled', 'good')} ${label(what)} ${description(at.label)}
    ${repeat(
      operations,
      (operation) => operation.op + operation.at.label,
      (operation) => operationItem(handler, operation),
    )}
  </vscode-tree-item>`
}

function operationItem(handler: HandlerView, operation: OperationView): TemplateResult {
  const { op, at, paths, tier } = operation
  const remark = tier === 'fulfilment' ? '' : ` · ${tier}`
  const [only] = paths
  return html`<vscode-tree-item branch ?open=${!operation.protected}>
    ${operationIcon(operation)} ${label(op)} ${description(`${at.label} · ${operation.class}: ${classMeanings[operation.class]}${remark}`)}
    ${paths.length === 1 && only !== undefined ? steps(handler, operation, only) : paths.map((path, index) => pathItem(handler, operation, path, index))}
  </vscode-tree-item>`
}

function pathItem(handler: HandlerView, operation: OperationView, path: PathView, index: number): TemplateResult {
  return html`<vscode-tree-item branch ?open=${!path.protected}>
    ${path.protected ? branchIcon('pass', 'good') : branchIcon('warning', 'bad')} ${label(`Path ${index + 1}: ${path.confirmation.what}`)}
    ${description(`${path.class}: ${classMeanings[path.class]}`)} ${steps(handler, operation, path)}
  </vscode-tree-item>`
}

function steps(handler: HandlerView, operation: OperationView, path: PathView): TemplateResult {
  return html`
    ${step('debug-start', `Entry point: ${handler.what}`, handler.at)}
    ${step('credit-card', `Payment confirmed: ${path.confirmation.what}`, path.confirmation.at)}
    ${path.chain.map((call) => step('arrow-right', `Calls ${call.text}`, call.at))} ${step('database', `Writes ${operation.op}`, operation.at)}
    ${path.mechanisms.map(({ kind, what, at }) => step('shield', `${mechanismNames[kind]}: ${what}`, at))}
    ${path.endedAt === null ? nothing : step('debug-disconnect', 'Here the failure ends', path.endedAt)}
    ${path.detail === null ? nothing : step('warning', path.detail, operation.at)}
  `
}

function operationIcon({ protected: isProtected, tier }: OperationView): TemplateResult {
  if (isProtected) return branchIcon('pass-filled', 'good')
  return tier === 'fulfilment' ? branchIcon('error', 'bad') : branchIcon('info', 'quiet')
}

function notes(heading: string, list: readonly NoteView[], iconName: string): TemplateResult | typeof nothing {
  if (list.length === 0) return nothing
  return html`<h2>${heading} <vscode-badge>${list.length}</vscode-badge></h2>
    ${tree(list.map((note) => noteItem(iconName, note)))}`
}

/** A sentence fills the line and would push a description out of sight: the place follows in the text. */
function noteItem(iconName: string, { text, at }: NoteView): TemplateResult {
  return html`<vscode-tree-item ${opens(at)}>
    <vscode-icon slot="icon-leaf" name=${iconName}></vscode-icon>${label(html`${text} <span class="quiet">${at.label}</span>`)}
  </vscode-tree-item>`
}

function coverage({ coverage: { filesIndexed, filesAnalysed, callsResolved, skipped } }: ReportView): TemplateResult {
  return html`<p class="quiet">
      ${plural(filesIndexed, 'file')} indexed, ${filesAnalysed} analysed, ${Math.round(callsResolved * 100)} % of their calls resolved.
    </p>
    ${notes('Not analysed', skipped, 'circle-slash')}`
}

function tree(items: unknown): TemplateResult {
  return html`<vscode-tree indent-guides="always">${items}</vscode-tree>`
}

function step(iconName: string, text: string, at: Place): TemplateResult {
  return html`<vscode-tree-item ${opens(at)}>
    <vscode-icon slot="icon-leaf" name=${iconName}></vscode-icon>${label(text)} ${description(at.label)}
  </vscode-tree-item>`
}

function opens(at: Place) {
  return ref((element) => {
    if (element instanceof HTMLElement) places.set(element, at)
  })
}

function label(text: string | TemplateResult): TemplateResult {
  return html`<span class="label">${text}</span>`
}

function description(text: string): TemplateResult {
  return html`<span slot="description">${text}</span>`
}

function branchIcon(name: string, tone: Tone): TemplateResult {
  return html`<vscode-icon slot="icon-branch" name=${name} class=${tone}></vscode-icon
    ><vscode-icon slot="icon-branch-opened" name=${name} class=${tone}></vscode-icon>`
}

function icon(name: string, tone: Tone): TemplateResult {
  return html`<vscode-icon name=${name} class=${tone}></vscode-icon>`
}

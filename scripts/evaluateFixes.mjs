/**
 * `npm run evaluate:fixes -- CHECKOUTS [--only NAME] [--types DIR] [--diffs DIR]`: applies every offered quick fix of every finding of every checkout
 * `OWNER+NAME`, one at a time and in memory, and checks what comes out. `--types`: a folder with `node_modules` for libraries that a checkout has not
 * installed. `--diffs`: writes each fix as a unified diff.
 */
import { build } from 'esbuild'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { run, top } from './lib/process.mjs'
import { createTypeChecker, newMessages } from './lib/typeErrors.mjs'

const { values, positionals } = parseArgs({
  options: { only: { type: 'string' }, types: { type: 'string' }, diffs: { type: 'string' }, untyped: { type: 'boolean' } },
  allowPositionals: true,
})
const [checkouts] = positionals
if (checkouts === undefined || !existsSync(checkouts)) {
  console.error('usage: npm run evaluate:fixes -- DIR_OF_CHECKOUTS [--only NAME] [--types DIR] [--diffs DIR] [--untyped]')
  process.exit(2)
}

const core = await loadCore()
const neverCancelled = { aborted: false }
const modelsDirectory = join(top, 'server', 'src', 'models')
const catalogue = core.loadModels(core.realDisk(), modelsDirectory, [])
const names = readdirSync(checkouts)
  .filter((name) => name.includes('+') && statSync(join(checkouts, name)).isDirectory() && (values.only === undefined || name.includes(values.only)))
  .sort()

const mechanisms = { refund: ['compensation'], queue: ['queue'], redelivery: ['redelivery'] }
const harmful = new Set([
  'refund-not-awaited',
  'refund-without-idempotency-key',
  'refund-and-retry',
  'compensation-covers-charge',
  'charge-inside-transaction',
  'never-runs',
  'redelivery-repeats',
])

const columns = ['findings', 'with fix', 'fixes', 'declined', 'failed']
console.log(`${'repository'.padEnd(52)} ${columns.map((column) => column.padStart(9)).join('')}`)
const sum = { findings: 0, withFix: 0, fixes: 0, declined: 0, failed: 0 }
const reasons = new Map()
const kinds = new Map()
const failures = []
const declined = []
for (const name of names) {
  const row = await evaluate(resolve(checkouts, name), name)
  for (const key of Object.keys(sum)) sum[key] += row[key]
  console.log(line(name, row))
}
console.log(line('all', sum))
print('Fixes applied, by kind', kinds)
print('Findings without a fix, by the reason given', reasons)
if (declined.length > 0) console.log(`\nDeclined when chosen:\n${declined.map((line) => `  ${line}`).join('\n')}`)
if (failures.length > 0) console.log(`\nFailures:\n${failures.map((failure) => `  ${failure}`).join('\n')}`)
process.exitCode = failures.length === 0 ? 0 : 1

function line(name, { findings, withFix, fixes, declined: refused, failed }) {
  return `${name.padEnd(52)} ${[findings, withFix, fixes, refused, failed].map((value) => String(value).padStart(9)).join('')}`
}

function print(title, counts) {
  if (counts.size === 0) return
  console.log(`\n${title}:`)
  for (const [text, count] of [...counts].sort((a, b) => b[1] - a[1])) console.log(`${String(count).padStart(5)}  ${text}`)
}

function count(counts, key) {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}

/** One bundle of the parts of the core that are needed, built from the sources. */
async function loadCore() {
  const outfile = join(top, '.cache', 'evaluate', 'fixes.mjs')
  const contents = [
    `export { createAuditor } from './server/src/audit/createAuditor'`,
    `export { loadModels } from './server/src/audit/loadModels'`,
    `export { defaultSettings } from './server/src/audit/settings'`,
    `export { realDisk } from './server/src/project/disk'`,
    `export { applyChanges, commentsOf } from './server/src/rules/fixes/source/changes'`,
    `export { openSource } from './server/src/rules/fixes/source/source'`,
  ].join('\n')
  await build({
    stdin: { contents, resolveDir: top, loader: 'ts' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    outfile,
    logLevel: 'error',
  })
  return import(pathToFileURL(outfile).href)
}

async function evaluate(root, name) {
  const auditor = core.createAuditor({ root, settings: core.defaultSettings, modelsDirectory }, core.realDisk())
  const report = await auditor.audit(neverCancelled)
  const checker = createTypeChecker({
    root,
    types: values.types === undefined ? null : resolve(values.types),
    modelFile: (specifier) => catalogue.packageFile(specifier),
  })
  const findings = report.operations.filter((operation) => !operation.protected && operation.tier === 'fulfilment')
  const offers = report.operations
    .filter((operation) => !operation.protected)
    .map((operation) => ({ operation, fixes: auditor.fixes(operation).filter(({ kind }) => kind !== 'suppress') }))
  const row = { findings: findings.length, withFix: 0, fixes: 0, declined: 0, failed: 0 }
  const tried = new Map()
  for (const { operation, fixes } of offers) {
    const held = []
    const refusals = []
    for (const fix of fixes) {
      if (fix.disabled !== null) continue
      const place = `${name} ${relative(root, operation.at.file)}:${String(operation.at.line)} ${operation.op} ${fix.kind}${fix.wholeHandler ? ' (whole handler)' : ''}`
      // What the editor and the command ask before they make a change.
      const why = await auditor.tryFix(fix, null, neverCancelled)
      if (why !== null) {
        row.declined++
        declined.push(`${place}: ${why}`)
        refusals.push(`${fix.kind}: ${why}`)
        continue
      }
      held.push(fix)
      row.fixes++
      count(kinds, fix.kind + (fix.wholeHandler ? ' (whole handler)' : ''))
      const problems = await tryFix({ auditor, report, operation, fix, checker, tried })
      if (problems.length > 0) row.failed++
      for (const problem of problems) failures.push(`${place}: ${problem}`)
      if (values.diffs !== undefined) await writeDiff(root, name, operation, fix, row.fixes, problems)
    }
    if (!findings.includes(operation)) continue
    if (held.length > 0) row.withFix++
    else
      for (const why of new Set([...refusals, ...fixes.flatMap(({ kind, disabled }) => (disabled === null ? [] : [`${kind}: ${disabled}`]))]))
        count(reasons, why)
    if (fixes.length === 0) count(reasons, 'nothing offered')
  }
  for (const advisory of report.advisories) {
    for (const fix of auditor.advisoryFixes(advisory)) {
      if (fix.disabled !== null) continue
      const place = `${name} ${relative(root, advisory.at.file)}:${String(advisory.at.line)} ${advisory.kind} ${fix.kind}`
      const why = await auditor.tryFix(fix, advisory, neverCancelled)
      if (why !== null) {
        row.declined++
        declined.push(`${place}: ${why}`)
        continue
      }
      row.fixes++
      count(kinds, `${fix.kind} (advisory ${advisory.kind})`)
      const problems = await tryFix({ auditor, report, advisory, fix, checker, tried })
      if (problems.length > 0) row.failed++
      for (const problem of problems) failures.push(`${place}: ${problem}`)
      if (values.diffs !== undefined)
        await writeDiff(root, name, { at: advisory.at, op: advisory.kind, store: 'advisory', paths: [] }, fix, row.fixes, problems)
    }
  }
  return row
}

/** The problems with one fix, applied and taken back. */
async function tryFix({ auditor, report, operation, advisory, fix, checker, tried }) {
  const problems = []
  const overlay = new Map()
  for (const { file, changes } of fix.edits) {
    const before = onDisk(file)
    const after = core.applyChanges(before, changes)
    overlay.set(file, after)
    if (core.openSource(file, after) === null) problems.push(`${file} does not parse`)
    const kept = [...core.commentsOf(file, after)]
    for (const comment of core.commentsOf(file, before)) {
      const index = kept.indexOf(comment)
      if (index < 0) problems.push(`a comment is lost: ${comment.slice(0, 60)}`)
      else kept.splice(index, 1)
    }
  }
  if (problems.length > 0) return problems
  if (!values.untyped) problems.push(...typeProblems(checker, overlay, tried))
  auditor.applyChanges([...overlay].map(([file, text]) => ({ kind: 'edited', file, text })))
  const again = await auditor.audit(neverCancelled)
  problems.push(...(advisory === undefined ? verdictProblems(report, again, operation, fix, auditor) : advisoryProblems(report, again, advisory)))
  auditor.applyChanges([...overlay].map(([file]) => ({ kind: 'closed', file })))
  await auditor.audit(neverCancelled)
  return problems
}

function onDisk(file) {
  const read = core.realDisk().readFile(file)
  return read.ok ? read.text : ''
}

/** Fixes of neighbouring writes often come out the same: they are checked once. */
function typeProblems(checker, overlay, tried) {
  const key = [...overlay].flat().join('\0')
  const known = tried.get(key)
  if (known !== undefined) return known
  const files = [...overlay.keys()]
  const before = checker.errorsOf(files, new Map())
  const after = checker.errorsOf(files, new Map(overlay))
  const found = files.flatMap((file) => newMessages(before.get(file) ?? [], after.get(file) ?? []))
  tried.set(key, found)
  return found
}

function verdictProblems(before, after, operation, fix, auditor) {
  const problems = []
  const now = after.operations.find((candidate) => isSame(candidate, operation, fix)) ?? closest(after, operation)
  if (now === undefined) return ['the write is not found any more']
  const wanted = fix.kind === 'redelivery' && fix.title.startsWith('Wrap') ? ['transaction'] : mechanisms[fix.kind]
  if (wanted !== undefined) {
    for (const path of now.paths) {
      const had = path.mechanisms.map(({ kind }) => kind)
      if (path.reason !== null) problems.push(`still unprotected: ${path.reason} (${path.entry.context}, ${path.outcome})`)
      else if (!wanted.some((kind) => had.includes(kind))) {
        const old = operation.paths.some((other) => other.reason === null && other.mechanisms.map(({ kind }) => kind).join() === had.join())
        if (!old) problems.push(`protected by ${had.join(', ')} and not by ${wanted.join()}`)
      }
    }
    const offered = now.protected ? auditor.fixes(now).filter(({ disabled }) => disabled === null) : []
    if (offered.length > 0) problems.push(`a second run offers ${offered.map(({ kind }) => kind).join()}`)
  }
  if (fix.kind.startsWith('repair-')) problems.push(...repairProblems(operation, now, fix))
  const worse = after.operations.filter((candidate) => {
    const old = before.operations.find((other) => other.fingerprint === candidate.fingerprint)
    return old?.protected === true && !candidate.protected
  })
  for (const candidate of worse) problems.push(`${candidate.op} at line ${String(candidate.at.line)} was protected and is not any more`)
  const tally = (report) => {
    const counts = new Map()
    for (const { kind } of report.advisories) count(counts, kind)
    return counts
  }
  const old = tally(before)
  for (const [kind, number] of tally(after))
    if (harmful.has(kind) && !(kind === 'redelivery-repeats' && fix.kind === 'refund') && number > (old.get(kind) ?? 0)) problems.push(`new advisory ${kind}`)
  return [...new Set(problems)]
}

function advisoryProblems(before, after, { kind }) {
  const number = ({ advisories }) => advisories.filter((advisory) => advisory.kind === kind).length
  const lost = before.operations.filter(({ protected: was }) => was).length - after.operations.filter(({ protected: is }) => is).length
  return [...(number(after) < number(before) ? [] : ['the advisory stays']), ...(lost > 0 ? ['a write lost its protection'] : [])]
}

/** A repair clears one obstacle; where it promises another delivery, that delivery must protect. */
function repairProblems(before, now, fix) {
  const standing = ({ paths }) => paths.map(({ reason, outcome }) => `${reason ?? 'protected'} ${outcome}`).join()
  if (standing(before) === standing(now)) return ['nothing is better']
  const promised = / delivers the event again$/.test(fix.title)
  const delivered = now.paths.some((path) => path.entry.context === 'webhook' && path.mechanisms.some(({ kind }) => kind === 'redelivery'))
  return promised && !delivered ? [`not delivered again: ${standing(now)}`] : []
}

/** The place of the write after the changes. */
function isSame(candidate, operation, fix) {
  if (candidate.at.file !== operation.at.file) return false
  const changes = fix.edits.find(({ file }) => file === operation.at.file)?.changes ?? []
  let shift = 0
  for (const change of changes) if (change.end <= operation.at.start) shift += change.text.length - (change.end - change.start)
  return candidate.at.start === operation.at.start + shift
}

/** A fix may call the write by another name, but leaves it in its file and table. */
function closest({ operations }, operation) {
  const same = operations.filter(
    (candidate) =>
      candidate.at.file === operation.at.file && candidate.function === operation.function && (candidate.table === operation.table || candidate.table === null),
  )
  return same.sort((a, b) => Math.abs(a.at.line - operation.at.line) - Math.abs(b.at.line - operation.at.line))[0]
}

async function writeDiff(root, name, operation, fix, number, problems) {
  const folder = join(values.diffs, name)
  mkdirSync(folder, { recursive: true })
  const place = `${String(number).padStart(3, '0')}-${fix.kind}${fix.wholeHandler ? '-handler' : ''}`
  const paths = operation.paths.map(
    (path) =>
      `#   ${path.entry.context} ${path.reason ?? path.class} ${path.outcome} | ${path.confirmation.kind} ${path.confirmation.what} | ${path.chain.map(({ call }) => call).join(' > ')}`,
  )
  const lines = [`# ${fix.title}`, `# ${relative(root, operation.at.file)}:${String(operation.at.line)} ${operation.op} (${operation.store})`, ...paths]
  if (fix.note !== null) lines.push(`# note: ${fix.note}`)
  for (const problem of problems) lines.push(`# FAILED: ${problem}`)
  for (const { file, changes } of fix.edits) lines.push(await unified(root, file, changes))
  writeFileSync(join(folder, `${place}.diff`), `${lines.join('\n')}\n`)
}

async function unified(root, file, changes) {
  const scratch = mkdtempSync(join(tmpdir(), 'paidpath-fix-'))
  writeFileSync(join(scratch, 'before'), onDisk(file))
  writeFileSync(join(scratch, 'after'), core.applyChanges(onDisk(file), changes))
  const label = relative(root, file)
  const { output } = await run('diff', ['-U6', '--label', `a/${label}`, '--label', `b/${label}`, join(scratch, 'before'), join(scratch, 'after')])
  rmSync(scratch, { recursive: true })
  return output
}

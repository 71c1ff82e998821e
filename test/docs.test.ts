/** Documentation that is run: the rule page's examples, and the tables that must agree with the code. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { defaultSettings } from '../server/src/audit/settings'
import { check } from '../server/src/report/tool'
import { checkReport } from './harness/check'

const top = join(__dirname, '..')
const page = readFileSync(join(top, 'docs', 'rules', 'post-payment-rollback.md'), 'utf8')
const readme = readFileSync(join(top, 'README.md'), 'utf8')
const manifest = JSON.parse(readFileSync(join(top, 'package.json'), 'utf8')) as {
  readonly version: string
  readonly contributes: { readonly configuration: { readonly properties: Readonly<Record<string, { readonly default: unknown }>> } }
}

describe('the rule page', () => {
  test.for(examplesIn('Reported'))('reported: example %#', (example) =>
    checkReport(example, (report) => {
      expect(report.verdict).toBe('fail')
    }),
  )

  test.for(examplesIn('Not reported'))('not reported: example %#', (example) =>
    checkReport(example, (report) => {
      expect(report.verdict).not.toBe('fail')
    }),
  )

  test('each reported example is about the reason named above it', async () => {
    const named = [...sectionOf('Reported').matchAll(/\(`([a-z-]+)`\)/g)].map((match) => match[1])
    const found: unknown[] = []
    for (const example of examplesIn('Reported')) {
      await checkReport(example, (report) => found.push(...report.operations.flatMap((operation) => operation.paths.map((path) => path.reason))))
    }
    expect(found).toEqual(named)
  })

  test('names the rule as the reports do', () => {
    expect(page).toContain(`# ${check.rule}`)
    expect(page).toContain(check.id)
    expect(page).toContain(check.cwe)
  })
})

describe('the manifest', () => {
  const properties = manifest.contributes.configuration.properties

  test.for(Object.entries(defaultSettings))('offers the setting %s with the default of the core', ([name, value]) => {
    expect(properties[`paidpath.${name}`]?.default).toEqual(value)
  })

  test.for(Object.keys(properties).filter((name) => !name.startsWith('paidpath.trace')))('%s is in the README', (name) => {
    expect(readme).toContain(`\`${name}\``)
  })
})

function sectionOf(title: string): string {
  return page.split(`\n## ${title}\n`)[1]?.split('\n## ')[0] ?? ''
}

function examplesIn(title: string): readonly string[] {
  return [...sectionOf(title).matchAll(/^```ts\n(.*?)^```$/gms)].map((match) => match[1] ?? '')
}

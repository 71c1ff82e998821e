import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadCatalogue } from '../../server/src/models/catalogue'
import { effectTags, parseEffect, tagsOf } from '../../server/src/models/tags'

const page = readFileSync(join(__dirname, '../../docs/models.md'), 'utf8')

describe('A tag', () => {
  it('has conditions, each a path and the values it may hold', () => {
    expect(parseEffect('charge', 'if=0.confirm:true any=1.mode:now|later unless=0.trial')).toEqual({
      effect: {
        kind: 'charge',
        when: [{ path: { argument: 0, path: ['confirm'] }, values: ['true'] }],
        whenAny: [{ path: { argument: 1, path: ['mode'] }, values: ['now', 'later'] }],
        unless: [{ path: { argument: 0, path: ['trial'] }, values: [] }],
      },
    })
  })

  it('names arguments from the front, from the back, and the receiver', () => {
    expect(parseEffect('refund', 'key=-1.idempotencyKey')).toEqual({ effect: { kind: 'refund', key: { argument: -1, path: ['idempotencyKey'] } } })
    expect(parseEffect('pass', 'arg=this')).toEqual({ effect: { kind: 'pass', argument: { argument: 'this', path: [] } } })
  })

  it.each([
    ['wirte', '', 'unknown tag @wirte'],
    ['hold', 'key=0', "@hold: unknown argument 'key'; it takes none"],
    ['refund', 'kye=0', "@refund: unknown argument 'kye'; it knows key"],
    ['refund', 'key=options.key', '@refund: key=options.key is no argument path (0, -1, this, 0.data.id)'],
    ['refund', 'key=0 key=1', '@refund: key is given twice'],
    ['entry', 'run=0', '@entry: say exactly one of http, rpc, action, job, event, schedule, library'],
    ['write', 'form=insert', '@write: form=insert is not one of create, update, upsert, delete, increment, save, relate, unknown'],
  ])('@%s %s is a mistake that says what to write', (name, text, message) => {
    expect(parseEffect(name, text)).toEqual({ message })
  })

  it('may share a comment with prose and other tags', () => {
    const comment = '/**\n * Sends to @acme/pay.\n * @charge unless=0.capture:false\n *   unless=0.trial\n * @hold */'
    expect(tagsOf(comment).map(({ name, text }) => [name, text])).toEqual([
      ['charge', 'unless=0.capture:false unless=0.trial'],
      ['hold', ''],
    ])
  })
})

describe('The page for authors', () => {
  it('explains every tag', () => {
    expect([...effectTags].filter((tag) => !page.includes(`@${tag}`))).toEqual([])
  })

  it('shows a file without mistakes', () => {
    const text = /```ts\n([\s\S]*?)```/.exec(page)?.[1] ?? ''
    const catalogue = loadCatalogue([{ path: '/acme.d.ts', text }])
    expect(catalogue.problems).toEqual([])
    expect(catalogue.providers.map((provider) => provider.name)).toEqual(['acme'])
  })
})

/** Facts of files that are being typed, of languages in between, and of what tools generate. */
import { expect, it } from 'vitest'
import { factsOf, lowered } from './harness'

const sample = `
import Stripe from 'stripe'
import { db, type Row } from './db'
@Entity({ a: 1 })
export class Orders<T> extends Base implements Port {
  #x = 1; static { this.y = 2 }
  constructor(private readonly repo: Repo, @Inject('q') q = 3) { super(q); this.z ??= { ...q, [q]: () => q } }
  async *run<K>({ a, b: [c] = [] }: any, ...rest: K[]) { for await (const { x } of rest) yield* x?.a?.[b]!.c\`t\${x}\` ?? (x as any) }
  get total() { return this.#x } set total(v) { [this.#x, v] = [v, 1] }
}
export default withAuth(async (req: Request) => {
  label: while (true) { switch (req.type) { case 'a': break label; default: continue label } }
  try { const { data: [first, ...others], ...more } = await req.json(); return <div {...more} on={() => { 'use server' }}>{first}</div> } catch { } finally { delete more.x }
})
export namespace N { export enum E { A = 1 << 2, B = 'b' } export const { q, r: { s } } = N as any }
module.exports = exports = { a: 1, get b() { return 2 } }; export * from './db'; export = N
`

it('lowers every unfinished version of a file without failing', () => {
  for (let end = 1; end <= sample.length; end += 29) {
    for (const path of ['/main.tsx', '/main.js']) {
      expect(() => factsOf(`--- ${path}\n${sample.slice(0, end)}`), `cut at ${String(end)}`).not.toThrow()
    }
  }
}, 120_000)

it('lowers a file with holes in it', () => {
  for (let start = 0; start < sample.length; start += 31) {
    const text = sample.slice(0, start) + sample.slice(start + 9)
    expect(() => factsOf(`--- /main.tsx\n${text}`), `hole at ${String(start)}`).not.toThrow()
  }
}, 120_000)

it('still sees what stands around a syntax error', () => {
  expect(
    lowered(`
      export async function before() { await save() }
      export async function broken() { const x = ; await order.; if (x }
      export async function after() { await save() }
    `),
  ).toMatchInlineSnapshot(`
    "async function before() {
      await save@global()!
    }
    async function broken() {
      let x = ?()
      await order@global.
      if (x) {
        ?()
      }
    }
    async function after() {
      await save@global()!
    }
    export before = ƒbefore
    export broken = ƒbroken
    export after = ƒafter"
  `)
})

it('is plain data', () => {
  const facts = factsOf(`--- /main.tsx\n${sample}\n--- /db.ts\nexport const db = {}`)
  expect(JSON.parse(JSON.stringify(facts))).toEqual(facts)
  expect(structuredClone(facts)).toEqual(facts)
})

it('names the providers a file speaks of', () => {
  const [file] = factsOf(`const url = 'https://API.STRIPE.com'; const signature = 'x'`)
  expect(file?.providers).toEqual(['stripe'])
})

it('takes a CommonJS module that calls itself', () => {
  const files = `
--- /main.js
module.exports = (path, labels = []) => { path(labels) }
module.exports.read = ({ path, labels }) => module.exports(path, labels)
`
  expect(() => factsOf(files)).not.toThrow()
})

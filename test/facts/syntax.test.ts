/** Every form of statement and expression, lowered. */
import { describe, expect, it } from 'vitest'
import { lowered } from './harness'

describe('statements', () => {
  it('keeps loops, their labels and jumps', () => {
    expect(
      lowered(`
        declare const list: number[], more: any
        outer: for (let i = 0; i < 3; i++) { if (i) continue outer; else break }
        for (const [a, b = 1] of more) a
        for (const key in more) key
        async function f() { for await (const x of more) x }
        while (true) {}
        do { more() } while (more.next)
        for (;;) {}
        named: { break named }
        tagged: if (more) break tagged
      `),
    ).toMatchInlineSnapshot(`
      "outer: for (let i = 0; (i < 3); i += 1) {
        if (i) {
          continue outer
        } else {
          break
        }
      }
      for ([a, b = 1] of more) {
        a
      }
      for (key in more) {
        key
      }
      while (forever) {}
      do (more.next) {
        more()!
      }
      for (forever) {}
      named: {
        break named
      }
      tagged: {
        if (more) {
          break tagged
        }
      }
      async function f() {
        for await (x of more) {
          x
        }
      }
      variable i = (?() ? 0 : ?())"
    `)
  })

  it('keeps switch, try and throw', () => {
    expect(
      lowered(`
        declare const x: any
        switch (x.type) { case 'a': case 'b': x.a(); break; default: x.c() }
        try { x() } catch ({ message }) { throw new Error(message) } finally { x.done() }
        try { x() } catch { }
      `),
    ).toMatchInlineSnapshot(`
      "switch (x.type) {
        case "a": {}
        case "b": {
          x.a()!
          break
        }
        default: {
          x.c()!
        }
      }
      try {
        x()!
      } catch ({ message: message }) {
        throw new Error@global«globals:ErrorConstructor»(message)«globals:Error»
      } finally {
        x.done()!
      }
      try {
        x()!
      } catch {}"
    `)
  })

  it('takes declarations apart', () => {
    expect(
      lowered(`
        declare const x: any
        const { a, b: { c = 1 } = {}, ['d']: e, [x]: f, ...rest } = x
        const [g, , h = 2, ...others] = x
        let later: number
        ;({ a: later, ...x } = x)
        ;[later] = x
      `),
    ).toMatchInlineSnapshot(`
      "let { a: a, b: { c: c = 1 } = {}, d: e, ?: f, ...rest } = x
      let [g, , h = 2, ...others] = x
      let later
      { a: later, ...x } = x
      [later] = x
      variable a = x.a
      variable c = ((x.b ?? {}).c ?? 1)
      variable e = x.d
      variable f = ?()
      variable rest = x
      variable g = x[0]
      variable h = (x[2] ?? 2)
      variable others = ?()
      variable later = (?() ? ?() : ?())"
    `)
  })
})

describe('expressions', () => {
  it('looks through parentheses, assertions and satisfies', () => {
    expect(lowered(`declare const x: any; ((x as string)!.a satisfies number) as unknown; (<any>x).b`)).toMatchInlineSnapshot(`
      "x.a
      x.b"
    `)
  })

  it('keeps operators apart', () => {
    expect(
      lowered(`
        declare let x: any, y: any
        x && y || (x ?? y);
        !x === (y != null);
        x in y, x instanceof y;
        x + y - 1 * -2; -x;
        x++; --y;
        x += 1; x ??= y; x.a ||= 1; x[y] = 2;
        x ? 1 : 'two';
        [1, , ...x];
        typeof x; void x(); delete x.a; +x; ~x
        10n; null; undefined; true; /x/; \`plain\`; \`a\${x}b\${y}\`
      `),
    ).toMatchInlineSnapshot(`
      "((x && y) || (x ?? y))
      (!x === (y !== null))
      ((x in y), (x instanceof y))
      ((x + y) - (1 * -2))
      (0 - x)
      x += 1
      y -= 1
      x += 1
      x ??= y
      x.a ||= 1
      x[y] = 2
      (x ? 1 : "two")
      [1, undefined, ...x]
      ?(x)
      ?(x()!)
      ?(x.a)
      ?(x)
      ?(x)
      10
      null
      undefined
      true
      ?()
      "plain"
      \`a\${x}b\${y}\`"
    `)
  })

  it('keeps calls of every form', () => {
    expect(
      lowered(`
        declare const x: any, y: any
        x(...y, 1)
        new x.Y(1)
        new x
        x.sql\`select \${y}\`
        x?.a?.b()
        x.a?.(1)
        x['name'](1)
        x[y]()
        import('./other')
        x.a().b()
        async () => await x()
        function* g() { yield x; yield* y; yield }
      `),
    ).toMatchInlineSnapshot(`
      "x(...y, 1)!
      new x.Y(1)!
      new x()!
      tag x.sql(\`select \${y}\`)!
      x?.a?.b()!
      x.a(1)!
      x.name(1)!
      x[y]()!
      import('./other')
      x.a()!.b()!
      ƒcallback13
      async function callback13() {
        return await x()!
      }
      generator function g() {
        yield x
        yield* y
        yield undefined
      }"
    `)
  })

  it('keeps object literals with methods, getters and spreads', () => {
    expect(
      lowered(`
        declare const x: any
        const o = { a: 1, 'b': 2, [x]: 3, ['c']: 4, x, ...x, run() { return 1 }, async go() {}, get size() { return 2 }, set size(v) {}, arrow: () => 3 }
      `),
    ).toMatchInlineSnapshot(`
      "let o = { a: 1, b: 2, [x]: 3, c: 4, x: x, ...x, run: ƒrun, go: ƒgo, size: ƒsize()→size, arrow: ƒarrow }
      function run() {
        return 1
      }
      async function go() {}
      function size() {
        return 2
      }
      function set size(v) {}
      function arrow() {
        return 3
      }
      variable o = { a: 1, b: 2, [x]: 3, c: 4, x: x, ...x, run: ƒrun, go: ƒgo, size: ƒsize()→size, arrow: ƒarrow }"
    `)
  })

  it('evaluates JSX for its expressions', () => {
    expect(
      lowered(`
--- /page.tsx
declare const x: any
const page = <Form action={async () => { 'use server'; await x.save() }} {...x.rest}>{x.items.map(i => <li key={i}>{i.name}</li>)} text <x.Y/><></></Form>
      `),
    ).toMatchInlineSnapshot(`
      "let page = ?(ƒcallback2, x.rest, x.items.map(ƒcallback2)!, ?(), ?())
      async function callback2() ['use server'] {
        "use server"
        await x.save()!
      }
      function callback2(i) {
        return ?(i, i.name)
      }
      variable page = ?(ƒcallback2, x.rest, x.items.map(ƒcallback2)!, ?(), ?())"
    `)
  })

  it('flattens chains of operators that are too long to recurse into', () => {
    expect(lowered(`const x = ${Array.from({ length: 5000 }, () => '1').join(' + ')}`)).toMatch(/^let x = \?\(1(, 1){4999}\)/)
  })
})

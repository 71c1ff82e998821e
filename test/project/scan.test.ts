import { describe, expect, test } from 'vitest'
import { scanImports } from '../../server/src/project/scan'

function imports(text: string): readonly string[] {
  return scanImports(text).map(({ specifier, names, form }) => `${form} ${names.join(',')} of ${specifier}`)
}

describe('imports are found', () => {
  test.each([
    [`import { a, b as c } from './x'`, 'import a,b of ./x'],
    [`import d, { type E } from './x'`, 'import default,E of ./x'],
    [`import * as all from "./x"`, 'import * of ./x'],
    [`import type { T } from './x'`, 'type T of ./x'],
    [`import type from './x'`, 'import default of ./x'],
    [`import './x'`, 'effect * of ./x'],
    [`export { a as b } from './x'`, 'export a of ./x'],
    [`export * from './x'`, 'export * of ./x'],
    [`const { a } = require('./x')`, 'call * of ./x'],
    [`import x = require('./x')`, 'call * of ./x'],
    [`const x = await import(/* lazy */ './x')`, 'call * of ./x'],
    [`import {\n  a, // one\n  /* two */ b,\n} from './x'`, 'import a,b of ./x'],
    [`import { exportOrders } from './x'`, 'import exportOrders of ./x'],
  ])('%s', (text, expected) => {
    expect(imports(text)).toEqual([expected])
  })

  test('one after the other', () => {
    expect(imports(`export { a }\nimport { b } from './b'\nexport type { C }\nimport { d } from './d'`)).toEqual(['import b of ./b', 'import d of ./d'])
  })

  test('in time that grows with the text alone', () => {
    const comment = ` * import the words of a comment which never ends with what an import needs\n`.repeat(4000)
    const start = performance.now()
    imports(comment)
    expect(performance.now() - start).toBeLessThan(1000)
  })
})

/** The fixture language itself: a wrong parser would make every other test silent. */
import { expect, test } from 'vitest'
import { parseFixture } from './fixture'

test('a fixture is many files, and carets point at the code above them', () => {
  const { files, annotations } = parseFixture(`
//- /a.ts
write()
//- /b.ts
const x = db.order.create({})
//                 ^^^^^^ d swallowed
//        ^^ a
`)
  expect(Object.keys(files)).toEqual(['/a.ts', '/b.ts'])
  expect(annotations).toEqual([
    { file: '/b.ts', line: 1, column: 20, length: 6, text: 'd swallowed' },
    { file: '/b.ts', line: 1, column: 11, length: 2, text: 'a' },
  ])
})

test('text without a file name is /main.ts', () => {
  expect(parseFixture('write()').files).toEqual({ '/main.ts': 'write()' })
})

test('carets without code above them are a mistake of the test', () => {
  expect(() => parseFixture('//- /a.ts\n// ^^^ a')).toThrow('Carets without code')
})

test('a file given twice is a mistake of the test', () => {
  expect(() => parseFixture('//- /a.ts\na\n//- /b.ts\nb\n//- /a.ts\nc')).toThrow('two files /a.ts')
})

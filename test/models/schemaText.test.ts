import { describe, expect, test } from 'vitest'
import { uniqueKeysInText } from '../../server/src/models/schemaText'

function keys(path: string, text: string): readonly string[] {
  return uniqueKeysInText(path, text).map(({ table, columns, generated }) => `${table}(${columns.join(', ')})${generated ? ' generated' : ''}`)
}

describe('a Prisma schema', () => {
  test('has the keys of fields and of blocks', () => {
    expect(
      keys(
        'schema.prisma',
        `
model Order {
  id        String @id @default(cuid()) // ours
  paymentId String @unique
  eventId   String
  line      Int
  total     Int

  @@unique([eventId, line], name: "once")
}
model Event {
  id String @id
}
`,
      ),
    ).toEqual(['Order(id) generated', 'Order(paymentId)', 'Order(eventId, line)', 'Event(id)'])
  })

  test('knows tables and columns by both names', () => {
    expect(keys('schema.prisma', 'model Order {\n  paymentId String @unique @map("payment_id")\n  @@map("orders")\n}\n')).toEqual([
      'Order(paymentId)',
      'Order(payment_id)',
      'orders(paymentId)',
      'orders(payment_id)',
    ])
  })

  test.each(['autoincrement()', 'uuid(7)', 'dbgenerated("gen_random_uuid()")'])('a key made by %s is generated', (source) => {
    expect(keys('schema.prisma', `model A {\n  id String @id @default(${source})\n}\n`)).toEqual(['A(id) generated'])
  })

  test('a composite key with a generated part is generated', () => {
    expect(keys('schema.prisma', 'model A {\n  id Int @default(autoincrement())\n  b Int\n  @@id([id, b])\n}\n')).toEqual(['A(id, b) generated'])
  })
})

describe('SQL', () => {
  test('has the keys of columns and of constraints', () => {
    expect(
      keys(
        '1.sql',
        `
-- unique in a comment
CREATE TABLE IF NOT EXISTS "public"."orders" (
  "id" serial PRIMARY KEY,
  payment_id text NOT NULL UNIQUE,
  total numeric(10, 2) DEFAULT 0 CHECK (total >= 0),
  note text DEFAULT 'a, unique (x)',
  CONSTRAINT orders_once UNIQUE ("event_id", line),
  FOREIGN KEY (user_id) REFERENCES users (id)
);
`,
      ),
    ).toEqual(['orders(id) generated', 'orders(payment_id)', 'orders(event_id, line)'])
  })

  test('has unique indexes and altered tables', () => {
    expect(
      keys(
        '2.sql',
        'CREATE UNIQUE INDEX CONCURRENTLY "once" ON ONLY "orders" USING btree ("payment_id" DESC, lower(email));\nALTER TABLE ONLY orders ADD CONSTRAINT pk PRIMARY KEY (id), ADD CONSTRAINT u UNIQUE (a, b);\nCREATE INDEX slow ON orders (total);',
      ),
    ).toEqual(['orders(payment_id, lower)', 'orders(id)', 'orders(a, b)'])
  })

  test.each([
    'id uuid PRIMARY KEY DEFAULT gen_random_uuid()',
    '`id` int AUTO_INCREMENT PRIMARY KEY',
    'id INTEGER PRIMARY KEY',
    'id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY',
  ])('%s is generated', (column) => {
    expect(keys('3.sql', `create table t (${column}, x int)`)).toEqual(['t(id) generated'])
  })
})

test('other files have none', () => {
  expect(keys('a.txt', 'CREATE TABLE a (id int primary key)')).toEqual([])
})

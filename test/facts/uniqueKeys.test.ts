/** Unique keys in table definitions. `*` marks keys that the database or a random source makes. */
import { expect, it } from 'vitest'
import { factsOf } from './harness'

function keysIn(source: string): readonly string[] {
  const [file] = factsOf(source)
  return file?.uniqueKeys.map((key) => `${key.table}(${key.columns.join(', ')})${key.generated ? '*' : ''}`) ?? []
}

it('of Drizzle', () => {
  expect(
    keysIn(`
      import { pgTable, sqliteTable, text, serial, integer, uuid, unique, uniqueIndex, primaryKey } from 'drizzle-orm/pg-core'
      export const orders = pgTable('shop_order', {
        id: serial('id').primaryKey(),
        payment: text('payment').notNull().unique(),
        plain: text('plain'),
        shop: text('shop'),
        buyer: serial('buyer').references(() => buyers.id).unique(),
      }, (t) => [uniqueIndex('x').on(t.shop, t.plain), unique().on(t.shop, t.id), uniqueIndex('y').on(t.plain).where(sql\`a\`), index().on(t.shop)])
      export const events = sqliteTable('events', { n: integer('n').primaryKey(), id: uuid('id').defaultRandom().unique() }, (t) => ({ pk: primaryKey({ columns: [t.n, t.id] }) }))
    `),
  ).toMatchInlineSnapshot(`
    [
      "shop_order(id)*",
      "orders(id)*",
      "shop_order(payment)",
      "orders(payment)",
      "shop_order(buyer)",
      "orders(buyer)",
      "shop_order(shop, plain)",
      "orders(shop, plain)",
      "shop_order(shop, id)*",
      "orders(shop, id)*",
      "events(n)*",
      "events(id)*",
      "events(n, id)*",
    ]
  `)
})

it('of TypeORM and MikroORM', () => {
  expect(
    keysIn(`
      import { Entity, Column, PrimaryColumn, PrimaryGeneratedColumn, Unique, Index, OneToOne, JoinColumn } from 'typeorm'
      @Entity({ name: 'shop_order' })
      @Unique(['shop', 'number'])
      @Unique('named', ['shop', 'id'])
      @Index(['shop', 'email'], { unique: true })
      @Index(['email'])
      class Order {
        @PrimaryGeneratedColumn('uuid') id: string
        @Column({ unique: true }) payment: string
        @Column() plain: string
        @Index({ unique: true }) @Column() indexed: string
        @OneToOne(() => Payment) @JoinColumn() paid: Payment
      }
      @Entity() class Payment { @PrimaryColumn() id: string; @OneToOne(() => Order) order: Order }
      @Entity() @Unique({ properties: ['a', 'b'] }) class Micro { @PrimaryKey() id!: number; @Property() @Unique() a!: string; @PrimaryKey() key = v4() }
      class NoTable { @Column({ unique: true }) a: string }
    `),
  ).toMatchInlineSnapshot(`
    [
      "Order(id)*",
      "shop_order(id)*",
      "Order(payment)",
      "shop_order(payment)",
      "Order(indexed)",
      "shop_order(indexed)",
      "Order(paid)",
      "shop_order(paid)",
      "Order(shop, number)",
      "shop_order(shop, number)",
      "Order(shop, id)*",
      "shop_order(shop, id)*",
      "Order(shop, email)",
      "shop_order(shop, email)",
      "Payment(id)",
      "Micro(id)*",
      "Micro(a)",
      "Micro(key)*",
      "Micro(a, b)",
    ]
  `)
})

it('of Mongoose', () => {
  expect(
    keysIn(`
      import mongoose, { Schema, model, models } from 'mongoose'
      const orderSchema = new Schema({
        _id: String,
        payment: { id: { type: String, unique: true }, method: String },
        number: { type: Number, index: { unique: true } },
        token: { type: String, unique: true, default: uuid },
        email: { type: String, unique: false },
      })
      orderSchema.index({ shop: 1, number: 1 }, { unique: true })
      orderSchema.index({ shop: 1 })
      export const Purchase = models.Purchase || model('Purchase', orderSchema)
      mongoose.model('Event', new mongoose.Schema({ id: { type: String, unique: true } }))
    `),
  ).toMatchInlineSnapshot(`
    [
      "Purchase(_id)",
      "order(_id)",
      "Purchase(payment.id)",
      "order(payment.id)",
      "Purchase(number)",
      "order(number)",
      "Event(id)",
      "Purchase(shop, number)",
      "order(shop, number)",
    ]
  `)
})

it('of decorated Mongoose schemas', () => {
  expect(
    keysIn(`
      @Schema() class Order { @Prop({ unique: true }) payment: string; @Prop() plain: string }
      export const OrderSchema = SchemaFactory.createForClass(Order)
      OrderSchema.index({ a: 1, b: 1 }, { unique: true })
    `),
  ).toMatchInlineSnapshot(`
    [
      "Order(payment)",
      "Order(a, b)",
    ]
  `)
})

it('of Sequelize', () => {
  expect(
    keysIn(`
      const Order = sequelize.define('Order', {
        id: { type: DataTypes.INTEGER, primaryKey: true, autoIncrement: true },
        payment: { type: DataTypes.STRING, unique: true },
        a: { type: DataTypes.STRING, unique: 'both' },
        b: { type: DataTypes.STRING, unique: 'both' },
      }, { tableName: 'shop_orders', indexes: [{ unique: true, fields: ['payment', 'a'] }, { fields: ['a'] }] })
      class Event extends Model {}
      Event.init({ id: { type: DataTypes.STRING, primaryKey: true } }, { sequelize, modelName: 'Event' })
      other.init({ id: { primaryKey: true } }, {})
    `),
  ).toMatchInlineSnapshot(`
    [
      "Order(id)*",
      "shop_orders(id)*",
      "Order(payment)",
      "shop_orders(payment)",
      "Order(a, b)",
      "shop_orders(a, b)",
      "Order(payment, a)",
      "shop_orders(payment, a)",
      "Event(id)",
    ]
  `)
})

it('of SQL in migrations', () => {
  expect(
    keysIn(
      "await runner.query(`CREATE TABLE orders (id serial primary key, payment text unique)`); await runner.query('create unique index on orders (a, b)')",
    ),
  ).toMatchInlineSnapshot(`
    [
      "orders(id)*",
      "orders(payment)",
      "orders(a, b)",
    ]
  `)
})

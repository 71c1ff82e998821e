/** Client modules that need more than a line, for any SQL database. */
export const entityClasses = 'export class Order {}\nexport class Stock {}'

export const typeorm = (connection: string, exported: string): string => `
import { DataSource, EntitySchema } from 'typeorm'
import { Order, Stock } from './entities.js'
const source = new DataSource({ ${connection}, entities: [
  new EntitySchema({ name: 'Order', target: Order, tableName: 'orders', columns: { reference: { type: 'text', primary: true } } }),
  new EntitySchema({ name: 'Stock', target: Stock, tableName: 'stock', columns: { id: { type: 'text', primary: true }, left: { type: 'int' } } }),
] })
await source.initialize()
${exported}`

export const mikroOrm = (driver: string, connection: string): string => `
import { EntitySchema, MikroORM } from '${driver}'
import { Order, Stock } from './entities.js'
const orm = await MikroORM.init({ ${connection}, allowGlobalContext: true, discovery: { disableDynamicFileAccess: true }, entities: [
  new EntitySchema({ class: Order, tableName: 'orders', properties: { reference: { type: 'string', primary: true } } }),
  new EntitySchema({ class: Stock, tableName: 'stock', properties: { id: { type: 'string', primary: true }, left: { type: 'integer' } } }),
] })
export const em = orm.em`

export const objection = (knex: string): string => `
import knex from 'knex'
import objection from 'objection'
objection.Model.knex(${knex})
export class Order extends objection.Model {
  static tableName = 'orders'
  static idColumn = 'reference'
}
export class Stock extends objection.Model {
  static tableName = 'stock'
}`

export const sequelize = (options: string, imports = ''): string => `
import { Sequelize, DataTypes } from 'sequelize'
${imports}
export const sequelize = new Sequelize(${options})
const key = { type: DataTypes.STRING(50), primaryKey: true }
export const Order = sequelize.define('order', { reference: key }, { tableName: 'orders', timestamps: false })
export const Stock = sequelize.define('stock', { id: key, left: DataTypes.INTEGER }, { tableName: 'stock', timestamps: false })`

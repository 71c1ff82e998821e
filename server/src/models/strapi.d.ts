/** @library strapi */

interface PaidpathStrapiQuery {
  /** @write form=create table=chain data=0.data */
  create(options: any): Promise<any>
  /** @write form=create table=chain data=0.data */
  createMany(options: any): Promise<any>
  /** @write form=update table=chain where=0.where data=0.data */
  update(options: any, more?: any): Promise<any>
  /** @write form=update table=chain where=0.where data=0.data */
  updateMany(options: any): Promise<any>
  /** @write form=delete table=chain where=0.where */
  delete(options: any): Promise<any>
  /** @write form=delete table=chain where=0.where */
  deleteMany(options: any): Promise<any>
  /** @read table=chain where=0.where */
  findOne(options: any, more?: any): Promise<any>
  /** @read table=chain where=0.where */
  findMany(options?: any): Promise<any>
  /** @read table=chain where=0.where */
  find(options?: any): Promise<any>
  /** @read table=chain where=0.where */
  findWithCount(options?: any): Promise<any>
  /** @read table=chain where=0.where */
  count(options?: any): Promise<number>
}
interface PaidpathStrapiDocuments {
  /** @write form=create table=chain data=0.data */
  create(options: any): Promise<any>
  /** @write form=update table=chain where=0.documentId data=0.data */
  update(options: any): Promise<any>
  /** @write form=delete table=chain where=0.documentId */
  delete(options: any): Promise<any>
  /** @write form=update table=chain where=0.documentId */
  publish(options: any): Promise<any>
  /** @write form=update table=chain where=0.documentId */
  unpublish(options: any): Promise<any>
  /** @read table=chain where=0.documentId */
  findOne(options: any): Promise<any>
  /** @read table=chain where=0.filters */
  findFirst(options?: any): Promise<any>
  /** @read table=chain where=0.filters */
  findMany(options?: any): Promise<any>
  /** @read table=chain where=0.filters */
  count(options?: any): Promise<number>
}
interface PaidpathStrapiEntities {
  /** @write form=create table=0 data=1.data */
  create(uid: any, options: any): Promise<any>
  /** @write form=update table=0 where=1 data=2.data */
  update(uid: any, id: any, options: any): Promise<any>
  /** @write form=delete table=0 where=1 */
  delete(uid: any, id: any, options?: any): Promise<any>
  /** @read table=0 where=1 */
  findOne(uid: any, id: any, options?: any): Promise<any>
  /** @read table=0 where=1.filters */
  findMany(uid: any, options?: any): Promise<any>
  /** @read table=0 where=1.filters */
  count(uid: any, options?: any): Promise<number>
}
/** Core services of one content type; their other methods are the project's own. */
interface PaidpathStrapiService {
  /** @write form=create table=chain data=0.data */
  create(options: any, more?: any): Promise<any>
  /** @write form=update table=chain where=0 data=1.data */
  update(id: any, options: any, more?: any): Promise<any>
  /** @write form=delete table=chain where=0 */
  delete(id: any, options?: any): Promise<any>
  /** @read table=chain where=0 */
  findOne(id: any, options?: any): Promise<any>
  /** @read table=chain where=0.filters */
  find(options?: any): Promise<any>
  readonly [method: string]: any
}
/** Version 3: a service per model, by its name. */
interface PaidpathStrapiNamedService {
  /** @write form=create data=0 */
  create(values: any, more?: any): Promise<any>
  /** @write form=create data=0 */
  add(values: any, more?: any): Promise<any>
  /** @write form=update where=0 data=1 */
  update(where: any, values: any, more?: any): Promise<any>
  /** @write form=update where=0 data=1 */
  edit(where: any, values: any, more?: any): Promise<any>
  /** @write form=delete where=0 */
  delete(where: any): Promise<any>
  /** @write form=delete where=0 */
  remove(where: any): Promise<any>
  /** @read where=0 */
  findOne(where: any, more?: any): Promise<any>
  /** @read where=0 */
  find(where?: any, more?: any): Promise<any>
  /** @read where=0 */
  fetch(where: any): Promise<any>
  readonly [method: string]: any
}
interface PaidpathStrapi {
  readonly services: { readonly [name: string]: PaidpathStrapiNamedService }
  /** @table arg=0 */
  query(uid: any, plugin?: string): PaidpathStrapiQuery
  /** @table arg=0 */
  documents(uid: any): PaidpathStrapiDocuments
  /** @table arg=0 */
  service(uid: any): PaidpathStrapiService
  readonly entityService: PaidpathStrapiEntities
  readonly db: PaidpathStrapiDatabase
  readonly log: any
  readonly config: any
  plugin(name: string): any
  controller(uid: any): any
  readonly [member: string]: any
}
interface PaidpathStrapiDatabase {
  /** @table arg=0 */
  query(uid: any): PaidpathStrapiQuery
  readonly connection: any
  /** @transaction run=0 ambient */
  transaction<R>(run: (context: any) => R): Promise<Awaited<R>>
}
declare var strapi: PaidpathStrapi

declare module '@strapi/strapi' {
  export type Strapi = PaidpathStrapi
  type Factory = (context: { readonly strapi: PaidpathStrapi }) => any
  /** @pass arg=1 */
  function createCoreController(uid: any, factory?: Factory): any
  /** @pass arg=1 */
  function createCoreService(uid: any, factory?: Factory): any
  function createCoreRouter(uid: any, options?: any): any
  export const factories: {
    readonly createCoreController: typeof createCoreController
    readonly createCoreService: typeof createCoreService
    readonly createCoreRouter: typeof createCoreRouter
  }
  export namespace Core {
    type Strapi = PaidpathStrapi
  }
}
declare module '@strapi/types' {
  export namespace Core {
    type Strapi = PaidpathStrapi
  }
}

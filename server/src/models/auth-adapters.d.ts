/** @library auth */

// Users, accounts and tokens are lasting rows; sessions are not.
declare module '@auth/core/adapters' {
  export interface Adapter {
    /** @write form=create data=0 */
    createUser?(user: any): Promise<any>
    /** @write form=update where=0.id data=0 */
    updateUser?(user: any): Promise<any>
    /** @write form=delete where=0 */
    deleteUser?(id: string): Promise<any>
    /** @write form=create data=0 */
    linkAccount?(account: any): Promise<any>
    /** @write form=delete where=0 */
    unlinkAccount?(account: any): Promise<any>
    /** @write form=create data=0 */
    createVerificationToken?(token: any): Promise<any>
    useVerificationToken?(token: any): Promise<any>
    createSession?(session: any): Promise<any>
    updateSession?(session: any): Promise<any>
    deleteSession?(token: string): Promise<any>
    /** @read where=0 */
    getUser?(id: string): Promise<any>
    /** @read where=0 */
    getUserByEmail?(email: string): Promise<any>
    /** @read where=0 */
    getUserByAccount?(account: any): Promise<any>
    /** @read where=0 */
    getSessionAndUser?(token: string): Promise<any>
    [extension: string]: any
  }
  export type AdapterUser = any
  export type AdapterAccount = any
  export type AdapterSession = any
}

declare module 'next-auth/adapters' {
  export * from '@auth/core/adapters'
}

declare module '@auth/*' {
  import { Adapter } from '@auth/core/adapters'
  export function PrismaAdapter(client: any): Adapter
  export function DrizzleAdapter(client: any, schema?: any): Adapter
  export function MongoDBAdapter(client: any, options?: any): Adapter
  export function TypeORMAdapter(source: any, options?: any): Adapter
  export function SupabaseAdapter(options: any): Adapter
  export function FirestoreAdapter(options?: any): Adapter
  export function KyselyAdapter(client: any): Adapter
  export function DynamoDBAdapter(client: any, options?: any): Adapter
  export function PgAdapter(client: any): Adapter
  export function UpstashRedisAdapter(client: any, options?: any): Adapter
}

declare module '@next-auth/*' {
  export * from '@auth/prisma-adapter'
}

/** @library clerk */

declare module '@clerk/backend' {
  interface Users {
    /** @write form=update where=0 data=1 */
    updateUser(id: string, values: any): Promise<any>
    /** @write form=update where=0 data=1 */
    updateUserMetadata(id: string, values: any): Promise<any>
    /** @write form=create data=0 */
    createUser(values: any): Promise<any>
    /** @write form=delete where=0 */
    deleteUser(id: string): Promise<any>
    /** @read where=0 */
    getUser(id: string): Promise<any>
    /** @read where=0 */
    getUserList(options?: any): Promise<any>
  }
  interface Organizations {
    /** @write form=update where=0 data=1 */
    updateOrganization(id: string, values: any): Promise<any>
    /** @write form=update where=0 data=1 */
    updateOrganizationMetadata(id: string, values: any): Promise<any>
    /** @write form=create data=0 */
    createOrganization(values: any): Promise<any>
    [method: string]: any
  }
  export interface ClerkClient {
    readonly users: Users
    readonly organizations: Organizations
    readonly [resource: string]: any
  }
  export function createClerkClient(options?: any): ClerkClient
}

declare module '@clerk/nextjs/server' {
  import { ClerkClient } from '@clerk/backend'
  export const clerkClient: ClerkClient & (() => Promise<ClerkClient>)
  export function auth(): any
  export function currentUser(): Promise<any>
  export function getAuth(request: any): any
  export function clerkMiddleware(...args: any[]): any
}

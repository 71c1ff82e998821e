/** @library supabase */

declare module '@supabase/supabase-js' {
  type Known<T> = 0 extends 1 & T ? never : T
  type Unknown<T> = 0 extends 1 & T ? T : never
  /** Names of database functions that only look something up. */
  type LookUp = `${'get' | 'find' | 'list' | 'search' | 'match' | 'check' | 'count' | 'is' | 'has' | 'can' | 'fetch' | 'select' | 'query'}_${string}`

  interface Result {
    readonly data: any
    readonly error: any
    readonly count: any
    readonly status: number
    readonly statusText: string
  }

  /** Not sent before it is awaited. A failure is `error` in the result unless `throwOnError()` is in the chain. */
  export interface Builder extends Promise<Result> {
    // `where` of these names the column; its value is the next argument.
    /** @modify where=0 */
    eq(column: any, value: any): this
    /** @modify where=0 */
    match(query: any): this
    /** @modify where=0 */
    in(column: any, values: any): this
    /** @modify where=0 */
    is(column: any, value: any): this
    neq(column: any, value: any): this
    gt(column: any, value: any): this
    gte(column: any, value: any): this
    lt(column: any, value: any): this
    lte(column: any, value: any): this
    like(column: any, value: any): this
    ilike(column: any, value: any): this
    not(column: any, operator: any, value: any): this
    or(filters: string, options?: any): this
    filter(column: any, operator: any, value: any): this
    contains(column: any, value: any): this
    overlaps(column: any, value: any): this
    textSearch(column: any, query: any, options?: any): this
    order(column: any, options?: any): this
    limit(count: number, options?: any): this
    range(from: number, to: number, options?: any): this
    select(columns?: any, options?: any): this
    single<T = any>(): this
    maybeSingle<T = any>(): this
    returns<T = any>(): this
    overrideTypes<T = any, O = any>(): this
    abortSignal(signal: any): this
    csv(): this
    /** @modify throws */
    throwOnError(): this
  }
  export type PostgrestFilterBuilder<A = any, B = any, C = any, D = any, E = any> = Builder
  export type PostgrestSingleResponse<T = any> = any
  export type PostgrestResponse<T = any> = any

  interface Table {
    /** @read table=chain lazy=await errors=value */
    select(columns?: any, options?: any): Builder
    /** @write form=create table=chain data=0 lazy=await errors=value */
    insert(values: any, options?: any): Builder
    /** @write form=update table=chain data=0 lazy=await errors=value */
    update(values: any, options?: any): Builder
    /** @write form=upsert table=chain data=0 lazy=await errors=value */
    upsert(values: any, options?: any): Builder
    /** @write form=delete table=chain lazy=await errors=value */
    delete(options?: any): Builder
  }

  interface Functions {
    /** @table arg=0 */
    from(table: any): Table
    /** @write form=unknown table=0 data=1 lazy=await errors=value */
    rpc<N>(name: Unknown<N>, args?: any, options?: any): Builder
    /** @read table=0 lazy=await errors=value */
    rpc<N extends LookUp>(name: Known<N>, args?: any, options?: any): Builder
    /** @read table=0 lazy=await errors=value */
    rpc<O extends { get: true }>(name: any, args: any, options: Known<O>): Builder
    /** @write form=unknown table=0 data=1 lazy=await errors=value */
    rpc(name: any, args?: any, options?: any): Builder
  }

  interface Admin {
    /** @write form=create data=0 errors=value */
    createUser(attributes: any): Promise<Result>
    /** @write form=update where=0 data=1 errors=value */
    updateUserById(id: any, attributes: any): Promise<Result>
    /** @write form=delete where=0 errors=value */
    deleteUser(id: any, soft?: any): Promise<Result>
    /** @read where=0 errors=value */
    getUserById(id: any): Promise<Result>
    /** @read errors=value */
    listUsers(params?: any): Promise<Result>
    inviteUserByEmail(email: string, options?: any): Promise<Result>
    generateLink(params: any): Promise<Result>
    [method: string]: any
  }

  export class SupabaseClient<A = any, B = any, C = any, D = any, E = any> implements Functions {
    constructor(url: string, key: string, options?: any)
    /** @table arg=0 */
    from(table: any): Table
    /** @write form=unknown table=0 data=1 lazy=await errors=value */
    rpc<N>(name: Unknown<N>, args?: any, options?: any): Builder
    /** @read table=0 lazy=await errors=value */
    rpc<N extends LookUp>(name: Known<N>, args?: any, options?: any): Builder
    /** @read table=0 lazy=await errors=value */
    rpc<O extends { get: true }>(name: any, args: any, options: Known<O>): Builder
    /** @write form=unknown table=0 data=1 lazy=await errors=value */
    rpc(name: any, args?: any, options?: any): Builder
    /** @derive */
    schema(name: string): Functions
    readonly auth: { readonly admin: Admin; getUser(token?: string): Promise<any>; getSession(): Promise<any>; [method: string]: any }
    readonly functions: any
    readonly storage: any
    channel(name: string, options?: any): any
    removeChannel(channel: any): Promise<any>
  }
  export function createClient<A = any, B = any, C = any>(url: any, key: any, options?: any): SupabaseClient
  export type PostgrestError = any
  export type User = any
  export type Session = any
}

declare module '@supabase/ssr' {
  export function createServerClient<A = any, B = any>(url: any, key: any, options?: any): import('@supabase/supabase-js').SupabaseClient
  export function createBrowserClient<A = any, B = any>(url?: any, key?: any, options?: any): import('@supabase/supabase-js').SupabaseClient
}
declare module '@supabase/auth-helpers-nextjs' {
  type Client = import('@supabase/supabase-js').SupabaseClient
  export function createServerComponentClient<A = any>(context?: any, options?: any): Client
  export function createRouteHandlerClient<A = any>(context?: any, options?: any): Client
  export function createServerActionClient<A = any>(context?: any, options?: any): Client
  export function createMiddlewareClient<A = any>(context?: any, options?: any): Client
  export function createPagesServerClient<A = any>(context?: any, options?: any): Client
  export function createServerSupabaseClient<A = any>(context?: any, options?: any): Client
  export function createClientComponentClient<A = any>(options?: any): Client
}
declare module '@supabase/auth-helpers-remix' {
  export function createServerClient<A = any>(url: any, key: any, options?: any): import('@supabase/supabase-js').SupabaseClient
}
declare module '@supabase/auth-helpers-sveltekit' {
  export function createSupabaseServerClient<A = any>(options?: any): import('@supabase/supabase-js').SupabaseClient
}
// Nuxt's auto-imports and virtual modules.
declare module '#supabase/server' {
  export function serverSupabaseClient<A = any>(event: any): Promise<import('@supabase/supabase-js').SupabaseClient>
  export function serverSupabaseServiceRole<A = any>(event: any): import('@supabase/supabase-js').SupabaseClient
  export function serverSupabaseUser(event: any): Promise<any>
}

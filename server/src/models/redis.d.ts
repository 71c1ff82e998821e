/** @library redis */

// A cache or a lock: neither the record of a sale nor protection for one, but a claim that can make a second try do nothing.
declare module 'ioredis' {
  class Redis {
    constructor(...args: any[])
    readonly status: string
    on(event: string, run: (...args: any[]) => void): this
    once(event: string, run: (...args: any[]) => void): this
    connect(): Promise<void>
    disconnect(): void
    quit(): Promise<any>
    duplicate(): this
    /** @cache */
    get(key: any): Promise<any>
    /** @cache */
    mget(...keys: any[]): Promise<any[]>
    /** @cache */
    exists(...keys: any[]): Promise<number>
    /** @cache */
    hget(key: any, field: any): Promise<any>
    /** @cache */
    hgetall(key: any): Promise<any>
    /** @cache */
    sismember(key: any, member: any): Promise<number>
    /** @cache */
    smembers(key: any): Promise<any[]>
    /** @cache */
    lrange(key: any, from: number, to: number): Promise<any[]>
    ttl(key: any): Promise<number>
    keys(pattern: string): Promise<string[]>
    scan(...args: any[]): Promise<any>
    /** @cache */
    set(key: any, value: any, ...rest: any[]): Promise<any>
    /** @cache */
    setex(key: any, seconds: any, value: any): Promise<any>
    /** @cache */
    setnx(key: any, value: any): Promise<number>
    /** @cache */
    mset(...args: any[]): Promise<any>
    /** @cache */
    getset(key: any, value: any): Promise<any>
    /** @cache */
    getdel(key: any): Promise<any>
    /** @cache */
    append(key: any, value: any): Promise<number>
    /** @cache */
    del(...keys: any[]): Promise<number>
    /** @cache */
    unlink(...keys: any[]): Promise<number>
    /** @cache */
    incr(key: any): Promise<number>
    /** @cache */
    incrby(key: any, amount: any): Promise<number>
    /** @cache */
    decr(key: any): Promise<number>
    /** @cache */
    decrby(key: any, amount: any): Promise<number>
    /** @cache */
    hset(key: any, ...rest: any[]): Promise<number>
    /** @cache */
    hsetnx(key: any, field: any, value: any): Promise<number>
    /** @cache */
    hmset(key: any, ...rest: any[]): Promise<any>
    /** @cache */
    hincrby(key: any, field: any, amount: any): Promise<number>
    /** @cache */
    hdel(key: any, ...fields: any[]): Promise<number>
    /** @cache */
    sadd(key: any, ...members: any[]): Promise<number>
    /** @cache */
    srem(key: any, ...members: any[]): Promise<number>
    /** @cache */
    zadd(key: any, ...rest: any[]): Promise<any>
    /** @cache */
    zrem(key: any, ...members: any[]): Promise<number>
    /** @cache */
    zincrby(key: any, amount: any, member: any): Promise<any>
    /** @cache */
    lpush(key: any, ...values: any[]): Promise<number>
    /** @cache */
    rpush(key: any, ...values: any[]): Promise<number>
    /** @cache */
    lpop(key: any, ...rest: any[]): Promise<any>
    /** @cache */
    rpop(key: any, ...rest: any[]): Promise<any>
    /** @cache */
    expire(key: any, seconds: any, ...rest: any[]): Promise<number>
    /** @cache */
    persist(key: any): Promise<number>
    /** @cache */
    rename(from: any, to: any): Promise<any>
    /** @cache */
    eval(script: any, ...rest: any[]): Promise<any>
    /** @cache */
    evalsha(hash: any, ...rest: any[]): Promise<any>
    /** @cache */
    flushdb(...args: any[]): Promise<any>
    /** @cache */
    flushall(...args: any[]): Promise<any>
    /** @enqueue durable name=0 payload=-1 */
    xadd(stream: any, ...rest: any[]): Promise<any>
    /** @enqueue memory name=0 payload=1 */
    publish(channel: any, message: any): Promise<number>
    subscribe(...args: any[]): Promise<any>
    /** @derive */
    multi(...args: any[]): any
    /** @derive */
    pipeline(...args: any[]): any
    readonly json: any
  }
  namespace Redis {
    export { Redis }
    export type RedisOptions = any
    export type Cluster = Redis
    export { Redis as default }
  }
  export = Redis
}
declare module '@upstash/redis' {
  import { Redis as Base } from 'ioredis'
  export class Redis extends Base {
    static fromEnv(options?: any): Redis
  }
}
declare module '@upstash/redis/*' {
  export * from '@upstash/redis'
}
declare module '@vercel/kv' {
  import { Redis } from '@upstash/redis'
  export const kv: Redis
  export function createClient(options: any): Redis
  export type VercelKV = Redis
  export default kv
}
// The same commands in camel case.
declare module 'redis' {
  import { Redis as Base } from 'ioredis'
  export class RedisClient extends Base {
    /** @cache */
    setEx(key: any, seconds: any, value: any): Promise<any>
    /** @cache */
    setNX(key: any, value: any): Promise<any>
    /** @cache */
    incrBy(key: any, amount: any): Promise<number>
    /** @cache */
    decrBy(key: any, amount: any): Promise<number>
    /** @cache */
    hSet(key: any, ...rest: any[]): Promise<number>
    /** @cache */
    hDel(key: any, ...fields: any[]): Promise<number>
    /** @cache */
    hIncrBy(key: any, field: any, amount: any): Promise<number>
    /** @cache */
    sAdd(key: any, members: any): Promise<number>
    /** @cache */
    sRem(key: any, members: any): Promise<number>
    /** @cache */
    zAdd(key: any, members: any, ...rest: any[]): Promise<number>
    /** @cache */
    lPush(key: any, values: any): Promise<number>
    /** @cache */
    rPush(key: any, values: any): Promise<number>
    /** @cache */
    flushAll(): Promise<any>
    /** @cache */
    hGet(key: any, field: any): Promise<any>
    /** @cache */
    hGetAll(key: any): Promise<any>
    /** @cache */
    mGet(keys: any): Promise<any[]>
    /** @enqueue durable name=0 payload=2 */
    xAdd(stream: any, id: any, message: any, ...rest: any[]): Promise<any>
    readonly isOpen: boolean
    readonly isReady: boolean
  }
  export type RedisClientType<A = any, B = any, C = any> = RedisClient
  export function createClient(options?: any): RedisClient
  export function createCluster(options?: any): RedisClient
}
declare module '@redis/client' {
  export * from 'redis'
}

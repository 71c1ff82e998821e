/** @library cron */

declare module 'node-cron' {
  /** @entry schedule run=1 name=0 */
  export function schedule(expression: string, run: (now: any) => any, options?: any): any
  export function validate(expression: string): boolean
}
declare module 'cron' {
  export class CronJob {
    /** @entry schedule run=1 name=0 */
    constructor(time: any, onTick: () => any, ...rest: any[])
    /** @entry schedule run=0.onTick name=0.cronTime */
    static from(options: any): CronJob
    start(): void
    stop(): void
  }
  export { CronJob as default }
}
declare module 'node-schedule' {
  /** @entry schedule run=-1 name=0 */
  export function scheduleJob(rule: any, run: (time: any) => any): any
  /** @entry schedule run=-1 name=0 */
  export function scheduleJob(name: string, rule: any, run: (time: any) => any): any
  export const RecurrenceRule: any
}
declare module 'croner' {
  export class Cron {
    /** @entry schedule run=-1 name=0 */
    constructor(pattern: any, run: (...args: any[]) => any)
    /** @entry schedule run=-1 name=0 */
    constructor(pattern: any, options: any, run: (...args: any[]) => any)
    stop(): void
  }
}

/**
 * Firebase and Google Cloud functions. Background functions run again only when they ask for it.
 * @library firebase-functions
 */

declare module 'firebase-functions/v2/https' {
  import { Request as ExpressRequest, Response } from 'express-serve-static-core'
  export interface Request extends ExpressRequest {
    rawBody: Buffer
  }
  type Handler = (request: Request, response: Response) => any
  type Callable = (request: { data: any; auth?: any; rawRequest: Request; [name: string]: any }) => any
  /** @entry http run=0 onThrow=non-2xx */
  export function onRequest(handler: Handler): any
  /** @entry http run=1 onThrow=non-2xx */
  export function onRequest(options: object, handler: Handler): any
  /** @entry rpc run=0 onThrow=non-2xx */
  export function onCall<T = any>(handler: Callable): any
  /** @entry rpc run=1 onThrow=non-2xx */
  export function onCall<T = any>(options: object, handler: Callable): any
  export class HttpsError extends Error {
    constructor(code: string, message: string, details?: any)
    readonly code: string
  }
}

declare module 'firebase-functions/v2/firestore' {
  type Trigger = (event: { data?: any; params: any; id: string; [name: string]: any }) => any
  /** @entry event run=1 name=0 onThrow=fail */
  export function onDocumentCreated(document: any, handler: Trigger): any
  /** @entry event run=1 name=0 onThrow=fail */
  export function onDocumentUpdated(document: any, handler: Trigger): any
  /** @entry event run=1 name=0 onThrow=fail */
  export function onDocumentDeleted(document: any, handler: Trigger): any
  /** @entry event run=1 name=0 onThrow=fail */
  export function onDocumentWritten(document: any, handler: Trigger): any
}

declare module 'firebase-functions/v2/pubsub' {
  /** @entry event run=1 name=0 onThrow=fail */
  export function onMessagePublished(topic: any, handler: (event: any) => any): any
}

declare module 'firebase-functions/v2/tasks' {
  /** @entry job run=-1 onThrow=retry */
  export function onTaskDispatched(...args: any[]): any
}

declare module 'firebase-functions/v2/scheduler' {
  /** @entry schedule run=1 name=0 onThrow=fail */
  export function onSchedule(schedule: any, handler: (event: any) => any): any
}

declare module 'firebase-functions/v2/identity' {
  /** @entry event run=-1 onThrow=fail */
  export function beforeUserCreated(...args: any[]): any
}

declare module 'firebase-functions/https' {
  export * from 'firebase-functions/v2/https'
}

declare module 'firebase-functions/firestore' {
  export * from 'firebase-functions/v2/firestore'
}

declare module 'firebase-functions/scheduler' {
  export * from 'firebase-functions/v2/scheduler'
}

declare module 'firebase-functions/pubsub' {
  export * from 'firebase-functions/v2/pubsub'
}

declare module 'firebase-functions/tasks' {
  export * from 'firebase-functions/v2/tasks'
}

declare module 'firebase-functions/v2' {
  import * as https from 'firebase-functions/v2/https'
  import * as firestore from 'firebase-functions/v2/firestore'
  import * as scheduler from 'firebase-functions/v2/scheduler'
  import * as pubsub from 'firebase-functions/v2/pubsub'
  import * as tasks from 'firebase-functions/v2/tasks'
  export { https, firestore, scheduler, pubsub, tasks }
  export const logger: any
  export function setGlobalOptions(options: any): void
}

declare module 'firebase-functions/v1' {
  import { HttpsError as Failure, Request as HttpRequest } from 'firebase-functions/v2/https'
  import { Response as HttpResponse } from 'express-serve-static-core'
  interface Https {
    /** @entry http run=0 onThrow=no-answer */
    onRequest(handler: (request: HttpRequest, response: HttpResponse) => any): any
    /** @entry rpc run=0 onThrow=non-2xx */
    onCall(handler: (data: any, context: any) => any): any
    HttpsError: typeof Failure
  }
  interface Document {
    /** @entry event run=0 onThrow=fail */
    onCreate(handler: (snapshot: any, context: any) => any): any
    /** @entry event run=0 onThrow=fail */
    onUpdate(handler: (change: any, context: any) => any): any
    /** @entry event run=0 onThrow=fail */
    onWrite(handler: (change: any, context: any) => any): any
    /** @entry event run=0 onThrow=fail */
    onDelete(handler: (snapshot: any, context: any) => any): any
  }
  interface Builder {
    readonly https: Https
    readonly firestore: { document(path: string): Document; [name: string]: any }
    readonly pubsub: {
      topic(name: string): {
        /** @entry event run=0 onThrow=fail */
        onPublish(handler: (message: any, context: any) => any): any
      }
      schedule(schedule: string): Schedule
    }
    readonly auth: {
      user(): {
        /** @entry event run=0 onThrow=fail */
        onCreate(handler: (user: any, context: any) => any): any
        /** @entry event run=0 onThrow=fail */
        onDelete(handler: (user: any, context: any) => any): any
      }
    }
    readonly database: any
    readonly storage: any
    readonly tasks: any
    /** Functions of extensions, whose triggers the manifest names. */
    readonly handler: { readonly https: Https; readonly firestore: { readonly document: Document }; readonly [name: string]: any }
    runWith(options: any): Builder
    region(...regions: string[]): Builder
  }
  interface Schedule {
    timeZone(zone: string): Schedule
    /** @entry schedule run=0 onThrow=fail */
    onRun(handler: (context: any) => any): any
  }
  const functions: Builder & { logger: any; config(): any }
  namespace functions {
    namespace https {
      type Request = HttpRequest
      type Response = HttpResponse
      type HttpsError = Failure
    }
    type Response = HttpResponse
  }
  export = functions
}

declare module 'firebase-functions' {
  import functions = require('firebase-functions/v1')
  export = functions
}

declare module '@google-cloud/functions-framework' {
  import { Request, Response } from 'express-serve-static-core'
  /** @entry http run=1 name=0 onThrow=no-answer */
  export function http(name: string, handler: (request: Request, response: Response) => any): void
  /** @entry event run=1 name=0 onThrow=fail */
  export function cloudEvent(name: string, handler: (event: any) => any): void
}

/**
 * GraphQL servers: an error is part of an answer with status 200, which the caller sees. Resolver maps are found by their keys.
 * @library graphql
 */

declare module 'type-graphql' {
  /** @entry rpc run=this onThrow=fail */
  export function Mutation(...args: any[]): MethodDecorator
  /** @entry rpc run=this onThrow=fail */
  export function Query(...args: any[]): MethodDecorator
  export function Resolver(...args: any[]): ClassDecorator
  export function Arg(...args: any[]): ParameterDecorator
  export function Args(...args: any[]): ParameterDecorator
  export function Ctx(...args: any[]): ParameterDecorator
}

declare module 'nexus' {
  /** @entry rpc run=1.resolve name=0 onThrow=fail */
  export function mutationField(name: string, options: { resolve?: (parent: any, args: any, context: any, info: any) => any; [option: string]: any }): any
  /** @entry rpc run=1.resolve name=0 onThrow=fail */
  export function queryField(name: string, options: { resolve?: (parent: any, args: any, context: any, info: any) => any; [option: string]: any }): any
}

declare module 'graphql' {
  export class GraphQLError extends Error {
    constructor(message: string, options?: any)
  }
}

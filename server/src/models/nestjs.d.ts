/**
 * NestJS: controllers, scheduled methods, gateways, GraphQL resolvers; injection needs no model, since constructor parameters carry types.
 * @library nestjs
 */

declare module '@nestjs/common' {
  type Path = string | string[]
  export function Controller(prefix?: any): ClassDecorator
  /** @entry http run=this name=0 onThrow=non-2xx */
  export function Get(path?: Path): MethodDecorator
  /** @entry http run=this name=0 onThrow=non-2xx */
  export function Post(path?: Path): MethodDecorator
  /** @entry http run=this name=0 onThrow=non-2xx */
  export function Put(path?: Path): MethodDecorator
  /** @entry http run=this name=0 onThrow=non-2xx */
  export function Patch(path?: Path): MethodDecorator
  /** @entry http run=this name=0 onThrow=non-2xx */
  export function Delete(path?: Path): MethodDecorator
  /** @entry http run=this name=0 onThrow=non-2xx */
  export function All(path?: Path): MethodDecorator
  /** @entry http run=this name=0 onThrow=non-2xx */
  export function Head(path?: Path): MethodDecorator
  /** @entry http run=this name=0 onThrow=non-2xx */
  export function Sse(path?: Path): MethodDecorator

  export function Injectable(options?: any): ClassDecorator
  export function Module(metadata: any): ClassDecorator
  export function Global(): ClassDecorator
  export function Catch(...errors: any[]): ClassDecorator
  export function Inject(token?: any): PropertyDecorator & ParameterDecorator
  export function Optional(): PropertyDecorator & ParameterDecorator
  export function HttpCode(status: number): MethodDecorator
  export function Header(name: string, value: string): MethodDecorator
  export function Redirect(url?: string, status?: number): MethodDecorator
  export function Render(view: string): MethodDecorator
  export function Version(version: any): MethodDecorator & ClassDecorator
  /** @annotate */
  export function SetMetadata(key: any, value: any): MethodDecorator & ClassDecorator
  export function UseGuards(...guards: any[]): MethodDecorator & ClassDecorator
  /** @intercept */
  export function UseInterceptors(...interceptors: any[]): MethodDecorator & ClassDecorator
  export function UseFilters(...filters: any[]): MethodDecorator & ClassDecorator
  export function UsePipes(...pipes: any[]): MethodDecorator & ClassDecorator
  export function Body(...args: any[]): ParameterDecorator
  export function Param(...args: any[]): ParameterDecorator
  export function Query(...args: any[]): ParameterDecorator
  export function Headers(name?: string): ParameterDecorator
  export function RawBody(...args: any[]): ParameterDecorator
  export function Req(): ParameterDecorator
  export function Request(): ParameterDecorator
  export function Res(options?: any): ParameterDecorator
  export function Response(options?: any): ParameterDecorator
  export function Next(): ParameterDecorator
  export function Ip(): ParameterDecorator
  export function UploadedFile(...args: any[]): ParameterDecorator
  export function applyDecorators(...decorators: any[]): any
  export function createParamDecorator(factory: any): (...args: any[]) => ParameterDecorator
  /** @pass arg=0 */
  export function forwardRef<F extends () => any>(run: F): ReturnType<F>

  export class HttpException extends Error {
    constructor(response: any, status: number, options?: any)
    getStatus(): number
    getResponse(): any
  }
  class StatusException extends HttpException {
    constructor(response?: any, options?: any)
  }
  export class BadRequestException extends StatusException {}
  export class UnauthorizedException extends StatusException {}
  export class PaymentRequiredException extends StatusException {}
  export class ForbiddenException extends StatusException {}
  export class NotFoundException extends StatusException {}
  export class NotAcceptableException extends StatusException {}
  export class ConflictException extends StatusException {}
  export class GoneException extends StatusException {}
  export class PreconditionFailedException extends StatusException {}
  export class UnprocessableEntityException extends StatusException {}
  export class InternalServerErrorException extends StatusException {}
  export class NotImplementedException extends StatusException {}
  export class BadGatewayException extends StatusException {}
  export class ServiceUnavailableException extends StatusException {}
  export class GatewayTimeoutException extends StatusException {}
  export const HttpStatus: { readonly [name: string]: number }

  export class Logger {
    constructor(context?: string, options?: any)
    log(...message: any[]): void
    error(...message: any[]): void
    warn(...message: any[]): void
    debug(...message: any[]): void
    verbose(...message: any[]): void
    static log(...message: any[]): void
    static error(...message: any[]): void
    static warn(...message: any[]): void
    static debug(...message: any[]): void
  }
  export interface OnModuleInit {
    onModuleInit(): any
  }
  export interface ExecutionContext {
    switchToHttp(): any
    [name: string]: any
  }
  export interface CanActivate {
    canActivate(context: ExecutionContext): any
  }
  export interface NestInterceptor {
    intercept(context: ExecutionContext, next: any): any
  }
  export interface RawBodyRequest<T> {
    rawBody?: Buffer
    [name: string]: any
  }
}

declare module '@nestjs/core' {
  export class Reflector {
    /** @annotation */
    get<T = any>(key: any, target: any): T
    /** @annotation */
    getAllAndOverride<T = any>(key: any, targets: any): T
    getAllAndMerge<T = any>(key: any, targets: any): T
  }
}

declare module '@nestjs/schedule' {
  /** @entry schedule run=this name=0 onThrow=fail */
  export function Cron(expression: any, options?: any): MethodDecorator
  /** @entry schedule run=this onThrow=fail */
  export function Interval(...args: any[]): MethodDecorator
  /** @entry schedule run=this onThrow=fail */
  export function Timeout(...args: any[]): MethodDecorator
  export const CronExpression: { readonly [name: string]: string }
}

declare module '@nestjs/websockets' {
  /** @entry rpc run=this name=0 onThrow=fail */
  export function SubscribeMessage(message: string): MethodDecorator
  export function WebSocketGateway(...options: any[]): ClassDecorator
  export function WebSocketServer(): PropertyDecorator
  export function MessageBody(...args: any[]): ParameterDecorator
  export function ConnectedSocket(): ParameterDecorator
}

declare module '@nestjs/graphql' {
  /** @entry rpc run=this onThrow=fail */
  export function Mutation(...args: any[]): MethodDecorator
  /** @entry rpc run=this onThrow=fail */
  export function Query(...args: any[]): MethodDecorator
  export function Resolver(...args: any[]): ClassDecorator
  export function Args(...args: any[]): ParameterDecorator
  export function Context(...args: any[]): ParameterDecorator
}

declare module 'routing-controllers' {
  export function Controller(prefix?: string): ClassDecorator
  export function JsonController(prefix?: string): ClassDecorator
  /** @entry http run=this name=0 onThrow=non-2xx */
  export function Get(path?: any): MethodDecorator
  /** @entry http run=this name=0 onThrow=non-2xx */
  export function Post(path?: any): MethodDecorator
  /** @entry http run=this name=0 onThrow=non-2xx */
  export function Put(path?: any): MethodDecorator
  /** @entry http run=this name=0 onThrow=non-2xx */
  export function Patch(path?: any): MethodDecorator
  /** @entry http run=this name=0 onThrow=non-2xx */
  export function Delete(path?: any): MethodDecorator
}

declare module 'tsoa' {
  export function Route(prefix?: string): ClassDecorator
  /** @entry http run=this name=0 onThrow=non-2xx */
  export function Get(path?: any): MethodDecorator
  /** @entry http run=this name=0 onThrow=non-2xx */
  export function Post(path?: any): MethodDecorator
  /** @entry http run=this name=0 onThrow=non-2xx */
  export function Put(path?: any): MethodDecorator
  /** @entry http run=this name=0 onThrow=non-2xx */
  export function Patch(path?: any): MethodDecorator
  /** @entry http run=this name=0 onThrow=non-2xx */
  export function Delete(path?: any): MethodDecorator
}

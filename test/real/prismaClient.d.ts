/** The part of a generated Prisma client that the fixtures use, in the shape the generator gives it. */
type Deny = '$connect' | '$disconnect' | '$on' | '$transaction' | '$use' | '$extends'
interface Delegate<Row, Data> {
  create(args: { data: Data }): Promise<Row>
  update(args: { where: { id: string }; data: { [K in keyof Data]?: Data[K] | { decrement: number } | { increment: number } } }): Promise<Row>
  findUnique(args: { where: { id: string } }): Promise<Row | null>
}
export class PrismaClient {
  order: Delegate<{ id: string; note: string | null }, { id: string; note?: string | null }>
  stock: Delegate<{ id: string; left: number }, { id: string; left: number }>
  $connect(): Promise<void>
  $disconnect(): Promise<void>
  $transaction(arg: readonly Promise<unknown>[], options?: { isolationLevel?: string }): Promise<unknown[]>
  $transaction<R>(fn: (prisma: Omit<PrismaClient, Deny>) => Promise<R>, options?: { maxWait?: number; timeout?: number }): Promise<R>
}

/** A client that nobody describes. */
declare module 'in-house' {
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  export function connect(): any
}

/** What a shop's own tools declare: a client that nobody describes, and the bindings of a Worker. */
declare module 'in-house' {
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  export function connect(): any
}

// A file with an import would declare nothing for others.
// eslint-disable-next-line @typescript-eslint/consistent-type-imports
type D1Database = import('@cloudflare/workers-types').D1Database

declare module 'cloudflare:workers' {
  export const env: { readonly DB: D1Database }
}

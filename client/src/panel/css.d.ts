/** Style sheets are bundled by esbuild; TypeScript only needs to know that they exist. */
declare module '*.css'

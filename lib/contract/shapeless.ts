/**
 * Stands in for zod in the browser's bundle (see `turbopack.resolveAlias` in next.config.ts): there the endpoints are
 * read for their ids and paths alone, and the server checks every shape. Whatever is asked of it answers with itself.
 */
export const z: () => unknown = new Proxy(() => z, { get: () => z, apply: () => z })

const HERE = 'http://here.invalid'

/**
 * Where to go after signing in, taken from an address that anyone may have written: a path of this site, or home.
 * Resolved as a browser would, so that `//evil.example`, `/\evil.example` and their like are seen for what they are; and
 * resolved once more, because a browser reads the answer anew: `/.//evil.example` is resolved to `//evil.example`.
 */
export function localPath(requested: unknown): string {
  if (typeof requested !== 'string' || !requested.startsWith('/')) return '/'
  const path = resolved(requested)
  return path !== null && resolved(path) === path ? path : '/'
}

function resolved(path: string): string | null {
  const url = URL.parse(path, HERE)
  return url?.origin === HERE && url.username === '' ? url.pathname + url.search + url.hash : null
}

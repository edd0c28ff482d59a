/**
 * Where to go after signing in, taken from an address that anyone may have written: a path of this site, or home.
 * Resolved as a browser would, so that `//evil.example`, `/\evil.example` and their like are seen for what they are.
 */
export function localPath(wish: unknown): string {
  if (typeof wish !== 'string' || !wish.startsWith('/')) return '/'
  const here = 'http://here.invalid'
  if (!URL.canParse(wish, here)) return '/'
  const url = new URL(wish, here)
  return url.origin === here ? url.pathname + url.search + url.hash : '/'
}

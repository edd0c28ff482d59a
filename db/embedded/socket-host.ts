/**
 * The second argument that postgres.js needs beside a connection URL: it does not decode a host that is a socket's
 * folder (`postgres://saydo:…@%2Frun%2Fsocket/saydo`), as pg and psql do. Empty for every other URL.
 */
export function socketHost(url: string): { host?: string } {
  const host = decodeURIComponent(new URL(url).hostname)
  return host.startsWith('/') ? { host } : {}
}

/** The folder of a socket that a connection URL names as its host (`postgres://saydo:…@%2Frun%2Fsocket/saydo`), if it does. */
export function socketFolderOf(url: string): string | null {
  const host = decodeURIComponent(new URL(url).hostname)
  return host.startsWith('/') ? host : null
}

/**
 * Whether a request that calls us `host` (its Host header) is meant for us. A page of another site can make a browser
 * ask us under a name of its own (DNS rebinding), but it cannot use this machine's own names, nor a bare address.
 *
 * @param names the names that the settings allow, lower case, without a port
 * @param localAddress the address at which the connection came in
 */
export function isOurs(host: string | undefined, names: string[], localAddress = ''): boolean {
  const name = nameOf(host)
  if (name === null) return false
  return isLoopback(name) || names.includes(name) || name.replace(/^\[|\]$/g, '') === plain(localAddress)
}

/** The name in a Host header: lower case, without port and final dot; null when it is not a name at all. */
export function nameOf(host: string | undefined): string | null {
  const [, name] = /^(\[[\da-f:.]+\]|[\w.-]+)(?::\d{1,5})?$/i.exec(host ?? '') ?? []
  return name?.toLowerCase().replace(/\.$/, '') ?? null
}

/** A name in lower case, an IPv6 address with or without its brackets. */
export const isLoopback = (name: string) =>
  name === 'localhost' || name === '[::1]' || name === '::1' || /^127(\.\d{1,3}){3}$/.test(name)

/** Node writes an IPv4 address at a double-stack socket as ::ffff:192.0.2.1. */
const plain = (address: string) => address.replace(/^::ffff:/, '')

/** What the process was told about its place in the world. Links and cookies follow it, never the Host header. */
type Settings = Record<string, string | undefined>

const portOf = (env: Settings) => env.PORT || '3000'

/** Where people reach this installation: PUBLIC_URL, or else the loopback address. Throws for a PUBLIC_URL that is none. */
export function publicUrl(env: Settings = process.env): URL {
  return new URL(env.PUBLIC_URL || `http://127.0.0.1:${portOf(env)}`)
}

/** Origins that pages of ours may have. Without a PUBLIC_URL that is every name of this machine's own loopback. */
export function allowedOrigins(env: Settings = process.env): string[] {
  if (env.PUBLIC_URL) return [publicUrl(env).origin]
  return ['127.0.0.1', 'localhost', '[::1]'].map((name) => `http://${name}:${portOf(env)}`)
}

/**
 * The origins of ours for one request. A browser that reaches us over plain http, under a name of the network, says no
 * more than its origin: that is ours if it is the very host that it asked, whose name the server in front has checked.
 * Over https browsers say it themselves, and a page of plain http is none of ours.
 * @param host the Host header
 */
export function originsFor(host: string | null, env: Settings = process.env): string[] {
  return host === null || isHttps(env) ? allowedOrigins(env) : [...allowedOrigins(env), `http://${host}`]
}

export const isHttps = (env: Settings = process.env): boolean => publicUrl(env).protocol === 'https:'

/** The host of a Host header or a HOST setting, with or without a port: is it this machine talking to itself? */
export function isLoopback(host: string): boolean {
  const name = host.replace(/:\d+$/, '').replace(/^\[|\]$/g, '')
  return name === 'localhost' || name === '::1' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(name)
}

/**
 * One-click sign-in exists only with the embedded database and on a loopback address: nothing that other machines can
 * reach, nor anything that is meant for them, lets people in without a secret.
 */
export function demoIsOpen(env: Settings = process.env): boolean {
  return (
    env.SAYDO_DATABASE === 'embedded' &&
    isLoopback(env.HOST || '127.0.0.1') &&
    (!env.PUBLIC_URL || isLoopback(publicUrl(env).host))
  )
}

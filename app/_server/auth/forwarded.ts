import type { Settings } from './providers.ts'
import { publicUrl } from './site.ts'

/**
 * What better-auth hears of a request that has passed our own checks: it comes from the public address, whichever name
 * of ours the page used, and from whom. Our server adds its caller's address at the end of `X-Forwarded-For`; unless
 * TRUSTED_PROXIES names proxies that may speak for others, that address alone is believed.
 */
export function forwarded(headers: Headers, env: Settings = process.env): Headers {
  const kept = new Headers({ 'content-type': 'application/json', origin: publicUrl(env).origin })
  for (const name of ['cookie', 'user-agent']) {
    const value = headers.get(name)
    if (value !== null) kept.set(name, value)
  }
  const chain = headers.get('x-forwarded-for')
  const caller = env.TRUSTED_PROXIES ? chain : chain?.split(',').at(-1)?.trim()
  if (caller) kept.set('x-forwarded-for', caller)
  return kept
}

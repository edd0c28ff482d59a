import { SESSION_SECONDS } from '#db/commands/sessions.ts'
import { isHttps } from './site.ts'

/**
 * Over https the name carries `__Host-`: browsers then take the cookie from this very host alone, so that no
 * neighbouring subdomain can slip one in.
 */
export const sessionCookieName = (https = isHttps()): string => `${https ? '__Host-' : ''}saydo.session`

const TOKEN = /^[\w-]{43}$/

/**
 * The session token that a Cookie header carries, or null. better-auth adds `.signature` to the cookies that it sets;
 * 256 random bits need none, so it is passed over.
 */
export function tokenOf(cookieHeader: string | null, name = sessionCookieName()): string | null {
  const start = `${name}=`
  for (const part of cookieHeader?.split(';') ?? []) {
    const cookie = part.trimStart()
    if (!cookie.startsWith(start)) continue
    const [token = ''] = cookie.slice(start.length).split(/[.%]/, 1)
    if (TOKEN.test(token)) return token
  }
  return null
}

/** The Set-Cookie header of a session that begins. */
export const sessionCookie = (token: string, https = isHttps()): string =>
  `${sessionCookieName(https)}=${token}; Path=/; Max-Age=${SESSION_SECONDS}; HttpOnly; SameSite=Lax${https ? '; Secure' : ''}`

/** The Set-Cookie header of a session that has ended. */
export const endedCookie = (https = isHttps()): string =>
  `${sessionCookieName(https)}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax${https ? '; Secure' : ''}`

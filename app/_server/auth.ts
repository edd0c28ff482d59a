import { drizzleAdapter } from 'better-auth/adapters/drizzle'
import { betterAuth } from 'better-auth/minimal'
import { SESSION_SECONDS } from '#db/commands/sessions.ts'
import { countTry } from '#db/commands/rate-limits.ts'
import { pool } from '#db/connection.ts'
import { drizzle } from 'drizzle-orm/node-postgres'
import { accounts, people, sessions, verifications } from '#db/schema/people.ts'
import { newToken } from '#db/token.ts'
import { sessionCookieName } from './auth/cookie.ts'
import { gitlab, oidc } from './auth/oauth.ts'
import { hashPassword, verifyPassword } from './auth/password.ts'
import type { Settings } from './auth/providers.ts'
import { sealing } from './auth/sealing.ts'
import { authSecret } from './auth/secret.ts'
import { log } from './log.ts'
import { leaveThroughOutbound } from './outbound.ts'
import { allowedOrigins, isHttps, publicUrl } from './auth/site.ts'

/** The part of better-auth that the routes use: it proves who someone is and begins their session. */
export type AuthHandler = (request: Request) => Promise<Response>

/** Two ways, because the provider's first fetches its metadata from the provider, and passwords should not wait for that. */
export type Way = 'password' | 'provider'

const handlers = new Map<Way, Promise<AuthHandler>>()

/** Made at the first sign-in of its way; everything else asks `whoIs` and needs none of this. */
export function auth(way: Way): Promise<AuthHandler> {
  const open = handlers.get(way) ?? handlerFor(way, process.env)
  handlers.set(way, open)
  open.catch(() => handlers.delete(way))
  return open
}

async function handlerFor(way: Way, env: Settings): Promise<AuthHandler> {
  // It brings a `fetch` of its own, which takes whatever the process has.
  if (way === 'provider') leaveThroughOutbound()
  const https = isHttps(env)
  const origin = publicUrl(env).origin
  const options = {
    appName: 'Saydo',
    baseURL: origin,
    basePath: '/api/auth',
    secret: await authSecret(env.DATA_DIR || '.data', env.AUTH_SECRET),
    trustedOrigins: allowedOrigins(env),
    database: sealing(drizzleAdapter(drizzle(pool()), { provider: 'pg', schema: tables, transaction: true })),
    ...mapping,
    emailAndPassword: {
      enabled: way === 'password',
      disableSignUp: true,
      maxPasswordLength: 200,
      password: { hash: hashPassword, verify: verifyPassword },
    },
    socialProviders: way === 'provider' ? gitlab(env) : {},
    plugins: way === 'provider' ? oidc(env) : [],
    rateLimit: {
      enabled: true,
      window: 60,
      max: 60,
      customRules: { '/sign-in/*': { window: 60, max: 20 } },
      customStorage: {
        consume: (key: string, rate: { window: number; max: number }) =>
          countTry(pool(), key, rate, new Date()),
      },
    },
    databaseHooks: {
      session: { create: { before: withOurToken } },
      account: { create: { before: withoutTokens } },
    },
    advanced: {
      useSecureCookies: false,
      cookiePrefix: https ? '__Host-saydo' : 'saydo',
      cookies: { session_token: { name: sessionCookieName(https) } },
      defaultCookieAttributes: { secure: https },
      disableOriginCheck: false,
      ipAddress: {
        trustedProxies: (env.TRUSTED_PROXIES ?? '')
          .split(',')
          .map((one) => one.trim())
          .filter(Boolean),
      },
    },
    onAPIError: { errorURL: `${origin}/sign-in` },
    telemetry: { enabled: false },
    logger: { level: 'error' as const, log: overheard },
  }
  return betterAuth(options).handler
}

const tables = { user: people, session: sessions, account: accounts, verification: verifications }

/** better-auth says user where the product says person. */
const mapping = {
  session: {
    fields: { userId: 'personId' },
    expiresIn: SESSION_SECONDS,
    disableSessionRefresh: true,
    cookieCache: { enabled: false },
  },
  account: {
    fields: { userId: 'personId' },
    updateAccountOnSignIn: false,
    // People are entered by those who run the installation, so an address of ours needs no proof of its own; the
    // provider still has to call the address verified before the two are tied together.
    accountLinking: { enabled: true, requireLocalEmailVerified: false },
  },
  verification: { storeIdentifier: 'hashed' as const },
}

/** Its errors are mostly people who were turned away. Its further arguments may hold secrets, so they are left out. */
const overheard = (_: string, message: string) => log.warn({ from: 'better-auth' }, message)

const withOurToken = async () => ({ data: { token: newToken() } })

/** Nothing here acts at the provider in a person's name, so what would allow that is not kept. */
const withoutTokens = async () => ({ data: { accessToken: null, refreshToken: null, idToken: null } })

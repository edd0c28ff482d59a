import { createHash } from 'node:crypto'
import { noteTokenUse } from '#db/commands/tokens.ts'
import { pool } from '#db/connection.ts'
import type { Attempt } from '#db/context.ts'
import type { Ctx, Db } from '#db/context.ts'
import { type AccessToken, type SignedIn, whoIs } from '#db/queries/sessions.ts'
import { type Endpoint, takesKey } from '#lib/contract/endpoint.ts'
import { slug } from '#lib/contract/shapes.ts'
import { Failure, notFound } from '#lib/kit/failure.ts'
import { originsFor } from './auth/site.ts'
import { bearerOf, whyNotByToken } from './auth/bearer.ts'
import { tokenOf } from './auth/cookie.ts'
import { log } from './log.ts'
import { insistSamePerson, meantBy } from './same-person.ts'
import { whyNotSameOrigin } from './same-origin.ts'

/** What is known of a request: who asks and when, and the group with its newest event if the path names one. */
export type RequestContext = {
  who: SignedIn
  db: Db
  now: Date
  ctx: () => Ctx
  newest: number
  /** For what is done outside of any group; inside, `ctx` carries it. */
  attempt?: Attempt
}

/** The one place below which there is no cookie and no clock. */
export async function authenticate(
  request: Request,
  endpoint: Endpoint,
  path: Record<string, string>,
): Promise<(input: object) => RequestContext> {
  const bearer = bearerOf(request.headers)
  const foreign = bearer === null ? whyNotSameOrigin(request, originsFor(request.headers.get('host'))) : null
  if (foreign) throw new Failure('forbidden', foreign.because, { rule: foreign.code })
  const context = await contextOfSecret(bearer ?? tokenOf(request.headers.get('cookie')), groupIn(path))
  insistSamePerson(meantBy(request), context.who)
  const beyond = whyNotByToken(context.who, endpoint)
  if (beyond) throw new Failure('forbidden', beyond.because, { rule: beyond.code })
  if (endpoint.access === 'group' && !context.who.group) throw notFound('The group')
  return (input) => withAttempt(context, request, endpoint, input)
}

/** The group that a path names; null for what cannot be the name of one, which the database is not asked about. */
const groupIn = ({ group }: Record<string, string>): string | null =>
  slug.safeParse(group).success ? (group ?? null) : null

/** The same for pages and streams, which have a cookie but no endpoint. */
export const contextOfCookie = (cookie: string | null, group: string | null): Promise<RequestContext> =>
  contextOfSecret(tokenOf(cookie), group)

/** What a request carries to say who asks: an access token, otherwise the cookie of a session. */
export const secretOf = (headers: Headers): string | null =>
  bearerOf(headers) ?? tokenOf(headers.get('cookie'))

/** @throws signed_out for a token of no session and no access token, or one that has ended */
export async function contextOfSecret(token: string | null, group: string | null): Promise<RequestContext> {
  const [now, db] = [new Date(), pool()]
  const who = token ? await whoIs(db, token, group, now) : null
  if (!who) throw new Failure('signed_out', 'Sign in first.')
  if (who.accessToken) await noteUse(who.accessToken, now)
  const actor = { id: who.personId, handle: who.handle, name: who.name, roles: who.roles, admin: who.admin }
  const ctx = (): Ctx => {
    if (!who.group) throw notFound('The group')
    const { id, slug, name, zone } = who.group
    return { actor, group: { id, slug, name, zone }, now, db }
  }
  return { who, db, now, ctx, newest: who.group?.lastEvent ?? 0 }
}

const MINUTE_MS = 60_000

/** A database that takes no writes for now keeps nobody from reading. */
async function noteUse({ id, lastUsedAt }: AccessToken, now: Date): Promise<void> {
  if (lastUsedAt && now.getTime() - lastUsedAt.getTime() < MINUTE_MS) return
  await noteTokenUse(pool(), id, now).catch((error: unknown) =>
    log.debug({ err: error }, 'the use of a token could not be recorded'),
  )
}

const KEY = /^[\x21-\x7e]{1,200}$/

function withAttempt(
  context: RequestContext,
  request: Request,
  endpoint: Endpoint,
  input: object,
): RequestContext {
  const key = request.headers.get('idempotency-key')
  if (key === null || !takesKey(endpoint)) return context
  if (!KEY.test(key)) {
    throw new Failure('invalid', 'Idempotency-Key: one to 200 visible characters.', { rule: 'key_shape' })
  }
  const bodyHash = createHash('sha256').update(JSON.stringify(input)).digest('base64url')
  const attempt = { key, endpoint: endpoint.id, bodyHash }
  return { ...context, attempt, ctx: () => ({ ...context.ctx(), attempt }) }
}

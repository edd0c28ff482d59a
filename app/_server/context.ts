import { createHash } from 'node:crypto'
import { pool } from '#db/connection.ts'
import type { Ctx, Db } from '#db/context.ts'
import { type SignedIn, whoIs } from '#db/queries/sessions.ts'
import type { Endpoint } from '#lib/contract/endpoint.ts'
import { Failure, notFound } from '#lib/kit/failure.ts'
import { allowedOrigins } from './auth/site.ts'
import { tokenOf } from './auth/cookie.ts'
import { whyNotSameOrigin } from './same-origin.ts'

/** What the door has found out: who asks and when, and the group with its newest event if the path names one. */
export type Door = { who: SignedIn; db: Db; now: Date; ctx: () => Ctx; newest: number }

/** The one place below which there is no cookie and no clock. */
export async function enter(
  request: Request,
  endpoint: Endpoint,
  path: Record<string, string>,
): Promise<(input: object) => Door> {
  const foreign = whyNotSameOrigin(request, allowedOrigins())
  if (foreign) throw new Failure('forbidden', foreign.because, { rule: foreign.code })
  const door = await doorFor(request.headers.get('cookie'), path.group ?? null)
  if (endpoint.access === 'group' && !door.who.group) throw notFound('The group')
  return (input) => withAttempt(door, request, endpoint, input)
}

/** The same door for pages and streams, which have a cookie but no endpoint. */
export async function doorFor(cookie: string | null, group: string | null): Promise<Door> {
  const now = new Date()
  const token = tokenOf(cookie)
  const who = token && (await whoIs(pool(), token, group, now))
  if (!who) throw new Failure('signed_out', 'Sign in first.')
  const db = pool()
  const actor = { id: who.personId, handle: who.handle, name: who.name, roles: who.roles, admin: who.admin }
  const ctx = (): Ctx => {
    if (!who.group) throw notFound('The group')
    const { id, slug, name, zone } = who.group
    return { actor, group: { id, slug, name, zone }, now, db }
  }
  return { who, db, now, ctx, newest: who.group?.lastEvent ?? 0 }
}

const KEY = /^[\x21-\x7e]{1,200}$/

function withAttempt(door: Door, request: Request, endpoint: Endpoint, input: object): Door {
  const key = request.headers.get('idempotency-key')
  if (key === null || endpoint.method === 'GET') return door
  if (!KEY.test(key)) {
    throw new Failure('invalid', 'Idempotency-Key: one to 200 visible characters.', { rule: 'key_shape' })
  }
  const bodyHash = createHash('sha256').update(JSON.stringify(input)).digest('base64url')
  const attempt = { key, endpoint: endpoint.id, bodyHash }
  return { ...door, ctx: () => ({ ...door.ctx(), attempt }) }
}

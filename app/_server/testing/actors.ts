import { endSession, openSession } from '#db/commands/sessions.ts'
import { pool } from '#db/connection.ts'
import type { Endpoint } from '#lib/contract/endpoint.ts'
import { may } from '#lib/domain/permissions.ts'
import { sessionCookieName } from '../auth/cookie.ts'
import { cookieOf } from './ask.ts'
import { tokenOf } from './fixtures.ts'
import { type Handle, PEOPLE } from './means.ts'
import { OUTSIDER } from './other-group.ts'
import { rowOf } from './valid-request.ts'

/** A caller: whose rights they have, null without any, and the headers by which they are known. */
export type Actor = {
  name: string
  person: Handle | null
  token: 'read' | 'write' | null
  headers: Record<string, string>
}

// safe because these are the keys of the very table that the type is made of
export const HANDLES = Object.keys(PEOPLE) as Handle[]

/** Every kind of caller. A session that begins is written down: call this before anything is counted. */
export async function everybody(): Promise<Actor[]> {
  const nobody = { person: null, token: null }
  const people = HANDLES.map(async (person): Promise<Actor> => {
    return { name: person, person, token: null, headers: { cookie: await cookieOf(person) } }
  })
  return [
    { ...nobody, name: 'anonymous', headers: {} },
    { ...nobody, name: 'revoked session', headers: { cookie: await endedCookie() } },
    { ...nobody, name: 'unknown token', headers: { authorization: `Bearer saydo_${'a'.repeat(43)}` } },
    ...(await Promise.all(people)),
    await byToken('em', 'read'),
    await byToken('em', 'write'),
    await byToken('stakeholder', 'read'),
  ]
}

async function byToken(person: Handle, token: 'read' | 'write'): Promise<Actor> {
  const { secret } = await tokenOf(person, token)
  const name = `${token} token of ${person}`
  return { name, person, token, headers: { authorization: `Bearer ${secret}` } }
}

/** Of a session that began, and was revoked. */
async function endedCookie(): Promise<string> {
  const { rows } = await pool().query<{ id: string }>(`select id from people where handle = 'em'`)
  const token = await openSession(pool(), { personId: rows[0]?.id ?? '', userAgent: null }, new Date())
  await endSession(pool(), token)
  return `${sessionCookieName()}=${token}`
}

/** What an actor is answered in our own group, where all else is right. */
export function statusAtHome(endpoint: Endpoint, actor: Actor): number {
  const { may: act } = rowOf(endpoint)
  if (actor.person === null) return 401
  if (isBeyondToken(endpoint, actor)) return 403
  if (act === 'signed_in' || act === 'in_person') return 200
  if (actor.person === OUTSIDER && endpoint.access === 'group') return 404
  return act === 'member' || may(PEOPLE[actor.person], act) ? 200 : 403
}

/**
 * What they are answered in the other group; null for whoever is at home there as well: its own people, and the
 * administrator in all that an administrator may.
 */
export function statusElsewhere(endpoint: Endpoint, actor: Actor): number | null {
  const atHome = statusAtHome(endpoint, actor)
  if (actor.person === null || isBeyondToken(endpoint, actor)) return atHome
  if (actor.person === OUTSIDER) return null
  if (PEOPLE[actor.person].admin) return atHome === 200 ? null : atHome
  return 404
}

/** A token that may not do such a thing is told so before anybody looks what it is about. */
const isBeyondToken = (endpoint: Endpoint, { token }: Actor): boolean =>
  token !== null && (rowOf(endpoint).may === 'in_person' || (token === 'read' && endpoint.method !== 'GET'))

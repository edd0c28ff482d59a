import type { ClientBase, Pool, PoolClient } from 'pg'
import { Failure } from '#lib/kit/failure.ts'
import { type Act, type Role, whyNotAllowed } from '#lib/domain/permissions.ts'

/** The pool, for reads; inside a transaction its one connection. */
export type Db = Pool | PoolClient
/** The same, or a connection of its own, such as one that migrates. */
export type Connection = Pool | ClientBase

/** Who acts: a person with the roles they have in the group, or the clock (`id` null). */
export type Actor = {
  id: string | null
  handle: string
  name: string
  roles: readonly Role[]
  admin: boolean
}

export type GroupKey = { id: number; slug: string; name: string; zone: string }

/** A retry of the same act carries the same key, and gets the same answer. */
export type Attempt = { key: string; endpoint: string; bodyHash: string }
/** An attempt that was made before, with what it was answered. */
export type KnownAttempt = Omit<Attempt, 'key'> & { answer: unknown }

/** Everything a query or a command may know about its surroundings: no cookie, no clock, no globals below here. */
export type Ctx = {
  actor: Actor
  group: GroupKey
  now: Date
  db: Db
  attempt?: Attempt
  /** Inside a transaction, whose connection `db` is. */
  inside?: true
  /** What is recorded belongs to one act: the number of its first event, and how many were recorded by now. */
  act?: { first: number; recorded: number }
  /** The number of the event that is being taken back. */
  undoes?: number
  /** The number of the event by which everything that is recorded comes about: it is never undone by itself. */
  cause?: number
  /** For whom, and of which group, this transaction holds the lock and has read the roles. */
  entered?: Pick<Ctx, 'actor' | 'group'>
}

export const THE_CLOCK: Actor = {
  id: null,
  handle: 'clock',
  name: 'Saydo',
  roles: ['em', 'pm', 'engineer'],
  admin: true,
}

/** A visitor with a public link sees what a stakeholder sees, and may change nothing. */
export const A_VISITOR: Actor = { id: null, handle: '', name: '', roles: ['stakeholder'], admin: false }

/** Rights are decided inside the write's own transaction, from the roles that hold at that moment. */
export function authorise(ctx: Ctx, act: Act): void {
  const refusal = whyNotAllowed(ctx.actor, act)
  if (refusal) throw new Failure('forbidden', refusal.because, { rule: refusal.code })
}

/** Locks the group's counters: from here on its writers stand in one line. The id is ours, never a person's words. */
export const lockOf = (ctx: Ctx) =>
  `select from group_counters where group_id = ${Math.trunc(ctx.group.id)} for no key update`

export type Entry = {
  admin: boolean | null
  next: number
  last: Date | null
  roles: Role[]
  known: KnownAttempt | null
}

/** Reads the actor's roles as they are behind the lock, and whether this attempt was made before. */
export async function enter({ db, group, actor, attempt }: Ctx): Promise<Entry | undefined> {
  const { rows } = await db.query<Entry>({
    name: 'enter-group',
    text: `select (select p.admin from people p where p.id = $2) as admin, last_event + 1 as next, last_at as last,
        array(select r.role from group_roles r where r.group_id = $1 and r.person_id = $2) as roles,
        (select jsonb_build_object('endpoint', k.endpoint, 'bodyHash', k.body_hash, 'answer', k.answer)
          from idempotency_keys k where k.group_id = $1 and k.person_id = $2 and k.key = $3) as known
      from group_counters where group_id = $1`,
    values: [group.id, actor.id, attempt?.key ?? null],
  })
  return rows[0]
}

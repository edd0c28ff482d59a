import { createEpic } from '#db/commands/epics.ts'
import { commentOnIssue } from '#db/commands/issues/comment.ts'
import { editIssue } from '#db/commands/issues/edit.ts'
import { createMilestone } from '#db/commands/milestones.ts'
import { addMember } from '#db/commands/people.ts'
import { openSession } from '#db/commands/sessions.ts'
import { createToken } from '#db/commands/tokens.ts'
import { pool } from '#db/connection.ts'
import { THE_CLOCK, type Actor as Person, type Ctx, type GroupKey } from '#db/context.ts'
import { anIssue } from '#db/testing/world.ts'
import type { Role } from '#lib/domain/permissions.ts'
import { foundAnother, type Theirs } from './other-group.ts'
import { type Handle, OURS, PEOPLE, type Means } from './means.ts'

let made = 0
const word = () => `word-${(made += 1)}`

export async function meansOf(by: Handle): Promise<Means> {
  const worker: Handle = ['engineer', 'staff_engineer', 'pm', 'em'].includes(by) ? by : 'em'
  return {
    by,
    worker,
    as: ctxOf,
    word,
    epic: 1,
    issue: async (stated) => anIssue(await ctxOf('em'), { milestone: null, ...stated }),
  }
}

async function ctxOf(handle: Handle): Promise<Ctx> {
  const { rows } = await pool().query<Person>(
    'select id, handle, name, admin from people where handle = $1',
    [handle],
  )
  const [person] = rows
  if (!person) throw new Error(`nobody is called ${handle}`)
  return { actor: { ...person, roles: PEOPLE[handle].roles }, group: ours, now: new Date(), db: pool() }
}

/** An access token of somebody, with its secret. */
export async function tokenOf(by: Handle, scope: 'read' | 'write' = 'read') {
  const { actor, db, now } = await ctxOf(by)
  return await createToken({ db, now }, actor.id ?? '', { title: word(), scope, days: 1 })
}

/** The id of a session of somebody, beside the one that they ask with. */
export async function sessionOf(by: Handle): Promise<string> {
  const { actor, now } = await ctxOf(by)
  await openSession(pool(), { personId: actor.id ?? '', userAgent: 'elsewhere' }, now)
  const { rows } = await pool().query<{ id: string }>(
    `select id from sessions where person_id = $1 and user_agent = 'elsewhere' order by created_at desc limit 1`,
    [actor.id],
  )
  return rows[0]?.id ?? ''
}

const ours: GroupKey = { id: 1, slug: OURS, name: 'Custom Models', zone: 'UTC' }

/** What is there and yet not to be had: by a stakeholder, from another group, from another parent, of somebody else. */
export type Hidden = {
  confidential: { ref: number; comment: number; event: number }
  theirs: Theirs
  session: string
  token: string
}

/** Lets everybody in, and founds a second group with one of everything. */
export async function prepare(): Promise<Hidden> {
  const now = new Date()
  const clock: Ctx = { actor: THE_CLOCK, group: ours, now, db: pool() }
  await pool().query(
    `insert into people (id, handle, name, email, admin) values ('admin', 'admin', 'An administrator', 'admin@saydo.invalid', true)`,
  )
  for (const [handle, { roles }] of Object.entries(PEOPLE))
    if (roles.length > 0) await addMember(clock, member(handle, roles))
  const day = (after: number) => new Date(now.getTime() + after * 86_400_000).toISOString().slice(0, 10)
  await createMilestone(clock, { group: OURS, title: '18.8', startOn: day(-5), dueOn: day(20) })
  await createMilestone(clock, { group: OURS, title: '18.9', startOn: day(21), dueOn: day(45) })
  await createEpic(clock, { title: 'An epic' })
  return {
    confidential: await somethingConfidential(clock),
    theirs: await foundAnother(clock),
    session: await sessionOf('pm'),
    token: (await tokenOf('pm')).token.id,
  }
}

async function somethingConfidential(clock: Ctx): Promise<Hidden['confidential']> {
  const ref = await anIssue(clock, { title: 'Confidential', confidential: true })
  const em = await ctxOf('em')
  await commentOnIssue(em, { group: OURS, ref, body: 'Among ourselves.' })
  const { rows } = await pool().query<{ id: number }>('select max(id) as id from comments')
  const { event } = await editIssue(em, { group: OURS, ref, title: 'Confidential still', version: 1 })
  return { ref, comment: rows[0]?.id ?? 0, event }
}

const member = (handle: string, roles: readonly Role[]) => ({
  handle,
  name: `The ${handle}`,
  email: `${handle}@saydo.invalid`,
  roles: roles.map((role) => ({ role })),
})

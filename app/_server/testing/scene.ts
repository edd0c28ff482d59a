import { foundBoard } from '#db/commands/boards/create.ts'
import { createEpic } from '#db/commands/epics.ts'
import { createGroup } from '#db/commands/groups.ts'
import { commentOnIssue } from '#db/commands/issues/comment.ts'
import { createIssue } from '#db/commands/issues/create.ts'
import { createLabel } from '#db/commands/labels.ts'
import { createMilestone } from '#db/commands/milestones.ts'
import { addMember } from '#db/commands/people.ts'
import { openSession } from '#db/commands/sessions.ts'
import { createToken } from '#db/commands/tokens.ts'
import { pool } from '#db/connection.ts'
import { THE_CLOCK, type Actor as Person, type Ctx, type GroupKey } from '#db/context.ts'
import { anIssue } from '#db/testing/world.ts'
import type { Role } from '#lib/domain/permissions.ts'

export const OURS = 'custom-models'
export const THEIRS = 'other-group'

/** Who stands at the door: one of each role, named by it, the administrator, and somebody of another group. */
export const PEOPLE = {
  stakeholder: { roles: ['stakeholder'], admin: false },
  counterpart: { roles: ['counterpart'], admin: false },
  engineer: { roles: ['engineer'], admin: false },
  pm: { roles: ['pm'], admin: false },
  em: { roles: ['em'], admin: false },
  admin: { roles: [], admin: true },
  stranger: { roles: [], admin: false },
} satisfies Record<string, { roles: Role[]; admin: boolean }>
export type Handle = keyof typeof PEOPLE

/** What a row of the table may use to make up a request: who asks, and the means to prepare what it is about. */
export type Scene = {
  by: Handle
  /** Whoever asks if they may work in the group, else its engineering manager. */
  worker: Handle
  as: (handle: Handle) => Promise<Ctx>
  issue: (stated?: Parameters<typeof anIssue>[1]) => Promise<number>
  /** Something that nobody has called anything yet. */
  word: () => string
  /** The number of an epic that is there. */
  epic: number
}

let words = 0
const word = () => `word-${(words += 1)}`

export async function sceneOf(by: Handle): Promise<Scene> {
  const worker: Handle = ['engineer', 'pm', 'em'].includes(by) ? by : 'em'
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
  return await createToken(db, actor.id ?? '', { title: word(), scope, days: 1 }, now)
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

/** Numbers of what exists: an issue that stakeholders do not see, one of the other group, a comment on one of ours; a session and a token of somebody. */
export type Hidden = {
  confidential: number
  foreign: number
  comment: number
  session: string
  token: string
}

/** Lets everybody in, and founds a second group with a board, an issue and a label of its own. */
export async function setTheScene(): Promise<Hidden> {
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
  const confidential = await anIssue(clock, { title: 'Confidential', confidential: true })
  const commented = await anIssue(clock, { title: 'Commented', milestone: null })
  await commentOnIssue(await ctxOf('em'), { group: OURS, ref: commented, body: 'Elsewhere.' })
  const { rows } = await pool().query<{ id: number }>('select max(id) as id from comments')
  const [foreign, session, { token }] = [
    await foundAnother(clock),
    await sessionOf('pm'),
    await tokenOf('pm'),
  ]
  return { confidential, foreign, comment: rows[0]?.id ?? 0, session, token: token.id }
}

const member = (handle: string, roles: readonly Role[]) => ({
  handle,
  name: `The ${handle}`,
  email: `${handle}@saydo.invalid`,
  roles: roles.map((role) => ({ role })),
})

/** Its numbers begin where ours will not come, so that an issue of theirs is none of ours. */
async function foundAnother(clock: Ctx): Promise<number> {
  const client = await pool().connect()
  try {
    await client.query('begin')
    const founded = {
      slug: THEIRS,
      name: 'Other',
      vision: '',
      summary: '',
      mission: '',
      namespace: '',
      channel: '',
      zone: 'UTC',
    }
    const group = await createGroup(
      { ...clock, db: client, inside: true },
      { ...founded, channels: [], cadence: [] },
    )
    const theirs: Ctx = { ...clock, group, db: client, inside: true }
    await client.query(
      'update group_counters set last_issue = 900000, last_epic = 900000 where group_id = $1',
      [group.id],
    )
    await addMember(theirs, member('stranger', ['em']))
    await createLabel(theirs, { group: THEIRS, title: 'theirs' })
    await foundBoard(theirs, {
      slug: 'theirs',
      title: 'Theirs',
      kind: 'custom',
      milestone: { rule: 'any' },
      labels: [],
      columns: ['theirs'],
    })
    const { card } = await createIssue(theirs, { group: THEIRS, title: 'Theirs alone', labels: ['theirs'] })
    await createEpic(theirs, { title: 'Their epic' })
    await client.query('commit')
    return card.ref
  } finally {
    client.release()
  }
}

import { foundBoard } from '#db/commands/boards/create.ts'
import { createEpic } from '#db/commands/epics.ts'
import { insertGroup } from '#db/commands/groups.ts'
import { handOver } from '#db/commands/hand-overs/hand-over.ts'
import { commentOnIssue } from '#db/commands/issues/comment.ts'
import { createIssue } from '#db/commands/issues/create.ts'
import { editIssue } from '#db/commands/issues/edit.ts'
import { createLabel } from '#db/commands/labels.ts'
import { startMembership } from '#db/commands/memberships.ts'
import { createMilestone } from '#db/commands/milestones.ts'
import { addMember } from '#db/commands/people.ts'
import { drawBoundary } from '#db/commands/boundaries.ts'
import { addScopeArea, createTeam } from '#db/commands/teams.ts'
import { pool } from '#db/connection.ts'
import type { Actor, Ctx } from '#db/context.ts'
import type { Name } from './means.ts'

export const THEIRS = 'other-group'
/** The engineering manager of the other group, who has no role in ours. */
export const OUTSIDER = 'outsider'
/** Who is asked to take over from them. */
const NEW_DRI = 'their-new-dri'
/** What of theirs has a name is called like this, and nothing of ours is. */
const NAME = 'theirs'
/** Their numbers begin where ours will not come, so that a number of theirs is none of ours. */
const FAR = 900_000

/** A thing of each noun in the other group, as a path, a query or a body would name it. */
export type Theirs = Record<(typeof FOUNDED)[number], Name> & Record<string, Name>
/** What hangs together in the other group, and is founded here; nouns that stand alone bring their own. */
export const FOUNDED = [
  'ref',
  'board',
  'column',
  'epic',
  'event',
  'milestone',
  'comment',
  'offer',
  'team',
  'label',
  'labelTitle',
  'area',
  'boundary',
  'membership',
  'person',
] as const

/** Founds a second group that has one of everything, and that nobody of ours is in but the administrator. */
export async function foundAnother(clock: Ctx): Promise<Theirs> {
  const back = await countFrom(FAR)
  const em = await foundWith(clock)
  const their = { group: THEIRS }
  await createLabel(em, { ...their, title: NAME })
  await foundBoard(em, {
    slug: NAME,
    title: 'Theirs',
    kind: 'custom',
    milestone: { rule: 'any' },
    labels: [],
    columns: [NAME],
  })
  const day = (after: number) => new Date(em.now.getTime() + after * 86_400_000).toISOString().slice(0, 10)
  await createMilestone(em, { ...their, title: NAME, startOn: day(-1), dueOn: day(9) })
  const { card } = await createIssue(em, { ...their, title: 'Theirs', labels: [NAME] })
  const { event } = await editIssue(em, {
    ...their,
    ref: card.ref,
    title: 'Theirs alone',
    version: card.version,
  })
  await commentOnIssue(em, { ...their, ref: card.ref, body: 'Among ourselves.' })
  await addMember(em, { ...somebody(NEW_DRI), roles: [{ role: 'engineer' }] })
  const it = { ...their, ref: card.ref }
  await handOver(em, { ...it, from: null, to: OUTSIDER })
  await handOver(em, { ...it, from: OUTSIDER, to: NEW_DRI, context: 'As it is.' })
  const { number: epic } = await createEpic(em, { title: 'Their epic' })
  const { slug: team } = await createTeam(em, { name: NAME })
  await addScopeArea(em, { team, name: NAME, description: '' })
  await drawBoundary(em, { area: NAME, owner: 'They', relationship: 'They own it.', team: null })
  await startMembership(em, { team, person: OUTSIDER, kind: 'main', percent: 50, from: '2030-01-01' })
  const newest = async (table: string): Promise<number> => {
    const { rows } = await pool().query<{ id: number }>(
      `select max(id) as id from ${table} where group_id = $1`,
      [em.group.id],
    )
    return rows[0]?.id ?? 0
  }
  const theirs: Theirs = {
    ...(await ofNouns(em)),
    ref: card.ref,
    board: NAME,
    column: String(await newest('board_columns')),
    epic,
    event,
    milestone: NAME,
    comment: await newest('comments'),
    offer: await newest('hand_overs'),
    team,
    label: await newest('labels'),
    labelTitle: NAME,
    area: await newest('scope_areas'),
    boundary: await newest('boundaries'),
    membership: await newest('memberships'),
    person: OUTSIDER,
  }
  await back()
  return theirs
}

/** What the nouns bring. They know of this file, which is why it looks for them only now. */
async function ofNouns(em: Ctx): Promise<Record<string, Name>> {
  const { COLLECTED } = await import('./collected.ts')
  const theirs: Record<string, Name> = {}
  for (const { names = {} } of COLLECTED)
    for (const [noun, named] of Object.entries(names)) theirs[noun] = await named.theirs(em, THEIRS)
  return theirs
}

const somebody = (handle: string) => ({ handle, name: `The ${handle}`, email: `${handle}@saydo.invalid` })

/** The group with its engineering manager, who does the rest. */
async function foundWith(clock: Ctx): Promise<Ctx> {
  const client = await pool().connect()
  try {
    await client.query('begin')
    const inside: Ctx & { inside: true } = { ...clock, db: client, inside: true }
    const texts = {
      vision: '',
      summary: '',
      mission: '',
      namespace: '',
      channel: '',
      channels: [],
      cadence: [],
    }
    const group = await insertGroup(inside, { slug: THEIRS, name: 'Other', zone: 'UTC', ...texts })
    await client.query(
      'update group_counters set last_issue = $2, last_epic = $2, last_event = $3 where group_id = $1',
      [group.id, FAR, FAR],
    )
    await addMember({ ...inside, group }, { ...somebody(OUTSIDER), roles: [{ role: 'em' }] })
    await client.query('commit')
    const { rows } = await pool().query<Omit<Actor, 'roles'>>(
      `select id, handle, name, admin from people where handle = $1`,
      [OUTSIDER],
    )
    const [outsider] = rows
    if (!outsider) throw new Error('The outsider was not created.')
    return { ...clock, group, actor: { ...outsider, roles: ['em'] } }
  } finally {
    client.release()
  }
}

/** The numbers that the database hands out to rows of all groups begin at `from`, until they are put back. */
async function countFrom(from: number): Promise<() => Promise<void>> {
  const { rows } = await pool().query<{ sequence: string; next: number }>(
    `select pg_get_serial_sequence(quote_ident(c.relname), a.attname) as sequence,
        coalesce(s.last_value, 0) + 1 as next
      from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attidentity <> ''
      join pg_sequences s on format('%I.%I', s.schemaname, s.sequencename)
        = pg_get_serial_sequence(quote_ident(c.relname), a.attname)
      where c.relnamespace = 'public'::regnamespace`,
  )
  const to = (sequence: string, next: number) =>
    pool().query('select setval($1::regclass, $2, false)', [sequence, next])
  for (const { sequence } of rows) await to(sequence, from)
  return async () => {
    for (const { sequence, next } of rows) await to(sequence, next)
  }
}

import type { PoolClient } from 'pg'
import { FIRST_SHELVES, firstBoards } from '#lib/domain/founding.ts'
import type { Role } from '#lib/domain/permissions.ts'
import { foundBoard } from '../../commands/boards/create.ts'
import { createEpic } from '../../commands/epics.ts'
import { insertGroup, createShelf } from '../../commands/groups.ts'
import { createLabel } from '../../commands/labels.ts'
import { createMilestone } from '../../commands/milestones.ts'
import { addMember } from '../../commands/people.ts'
import { createTeam } from '../../commands/teams.ts'
import { THE_CLOCK, type Ctx, type GroupKey } from '../../context.ts'
import { GROUP } from '../handbook/group.ts'
import { GROUP_LABEL, LABELS } from '../handbook/labels.ts'
import { calendarAround } from '../sample/calendar.ts'
import { NEXT } from '../sample/outcome.ts'
import { atomically } from '../transaction.ts'
import type { LoadGroup } from './size.ts'

/** As many as the Say/Do page shows at most. */
const CLOSED_MILESTONES = 24
const EPICS = 20
const TEAMS = 5
const DAY = 86_400_000

/** Everything of a load group that is small, through the commands; a group that is there already is answered as it is. */
export async function writeLoadGroup(client: PoolClient, load: LoadGroup, now: Date): Promise<GroupKey> {
  const known = await client.query<GroupKey>('select id, slug, name, zone from groups where slug = $1', [
    load.slug,
  ])
  return known.rows[0] ?? atomically(client, () => write(client, load, now))
}

async function write(client: PoolClient, load: LoadGroup, now: Date): Promise<GroupKey> {
  const { box } = calendarAround(now.toISOString().slice(0, 10))
  const boxes = Array.from({ length: CLOSED_MILESTONES + 2 }, (_, at) =>
    box(NEXT - 1 - CLOSED_MILESTONES + at),
  )
  const first = new Date(Date.parse(boxes[0]?.startOn ?? '') - 30 * DAY)
  const clock = { actor: THE_CLOCK, now: first, db: client, inside: true as const }
  const purpose = 'A group for trying out how Saydo carries load.'
  const group = await insertGroup(clock, {
    ...GROUP,
    slug: load.slug,
    name: load.name,
    summary: '',
    vision: purpose,
    mission: '',
  })
  const ctx: Ctx = { ...clock, group }
  const ours = `group::load ${load.number}`
  const own = (title: string) => (title === GROUP_LABEL ? ours : title)
  for (const label of LABELS) await createLabel(ctx, { group: group.slug, ...label, title: own(label.title) })
  for (let at = 1; at <= TEAMS; at += 1) {
    await createTeam(ctx, { slug: `team-${at}`, name: `Team ${at}`, purpose: '', note: '' })
  }
  for (const shelf of FIRST_SHELVES) await createShelf(ctx, shelf)
  for (const one of boxes) await createMilestone(ctx, { group: group.slug, ...one })
  for (const board of firstBoards(ours)) await foundBoard(ctx, board)
  for (let at = 1; at <= EPICS; at += 1) await createEpic(ctx, { title: `Epic ${at}` })
  if (VISITED.includes(load.number)) await inviteVisitors(ctx)
  return group
}

/** The groups in which people of the sample have a role, so that they can look at them: the large ones, and the usual one. */
const VISITED = [1, 2, 21]
const VISITORS: readonly { handle: string; role: Role }[] = [
  { handle: 'mohamed', role: 'em' },
  { handle: 'julie', role: 'engineer' },
  { handle: 'stakeholder', role: 'stakeholder' },
]

async function inviteVisitors(ctx: Ctx): Promise<void> {
  for (const { handle, role } of VISITORS) {
    const { rows } = await ctx.db.query<{ name: string; email: string }>(
      'select name, email from people where handle = $1',
      [handle],
    )
    if (rows[0]) await addMember(ctx, { handle, ...rows[0], roles: [{ role }] })
  }
}

import type { PoolClient } from 'pg'
import { FIRST_SHELVES, firstBoards } from '#lib/domain/founding.ts'
import { dayIn } from '#lib/kit/zone.ts'
import { foundBoard } from '../commands/boards/create.ts'
import { insertGroup, createShelf } from '../commands/groups.ts'
import { createLabel } from '../commands/labels.ts'
import { addMember } from '../commands/people.ts'
import { startMembership } from '../commands/memberships.ts'
import { drawBoundary } from '../commands/boundaries.ts'
import { addScopeArea, createTeam } from '../commands/teams.ts'
import { THE_CLOCK, type Ctx, type GroupKey } from '../context.ts'
import { GROUP } from './handbook/group.ts'
import { GROUP_LABEL, LABELS } from './handbook/labels.ts'
import { PEOPLE } from './handbook/people.ts'
import { BOUNDARIES, TEAMS } from './handbook/teams.ts'
import { alone, atomically } from './transaction.ts'

/** The group of the handbook page, as it is there and with nothing added, in a database that has its tables. */
export const seedHandbook = (url: string, now: Date): Promise<GroupKey> =>
  alone(url, (client) => atomically(client, () => writeHandbook(client, now)))

/** The same inside a transaction of the caller's. Every row leaves its event, as if the clock had entered the page. */
export async function writeHandbook(client: PoolClient, now: Date): Promise<GroupKey> {
  const clock = { actor: THE_CLOCK, now, db: client, inside: true as const }
  const group = await insertGroup(clock, GROUP)
  const ctx: Ctx = { ...clock, group }
  for (const label of LABELS) await createLabel(ctx, { group: group.slug, ...label })
  for (const person of PEOPLE) await addMember(ctx, person)
  await writeTeams(ctx)
  for (const shelf of FIRST_SHELVES) await createShelf(ctx, shelf)
  for (const board of firstBoards(GROUP_LABEL)) await foundBoard(ctx, board)
  return group
}

async function writeTeams(ctx: Ctx): Promise<void> {
  const fromOn = dayIn(ctx.group.zone, ctx.now)
  for (const { scope, members, ...team } of TEAMS) {
    await createTeam(ctx, team)
    for (const [name, description] of scope) await addScopeArea(ctx, { team: team.slug, name, description })
    for (const member of members) await startMembership(ctx, { team: team.slug, from: fromOn, ...member })
  }
  for (const boundary of BOUNDARIES) await drawBoundary(ctx, boundary)
}

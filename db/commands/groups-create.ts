import type { PoolClient } from 'pg'
import type { InputOf, OutputOf } from '#lib/contract/endpoint.ts'
import type { createGroup as endpoint } from '#lib/contract/groups.ts'
import { FIRST_LABELS, FIRST_SHELVES, firstBoards, GROUP_HUE } from '#lib/domain/founding.ts'
import { groupSlug, whyNotGroupSlug } from '#lib/domain/groups.ts'
import { Failure, insist } from '#lib/kit/failure.ts'
import { pool } from '../connection.ts'
import { remember, replayAnswer } from '../attempts.ts'
import type { Attempt, KnownAttempt } from '../context.ts'
import { THE_CLOCK, type Actor, type Ctx, type GroupKey } from '../context.ts'
import { foundBoard } from './boards/create.ts'
import { lookAgain } from '../jobs/ask.ts'
import { createShelf, insertGroup, insistMayFound } from './groups.ts'
import { createLabel } from './labels.ts'
import { addPerson } from './people.ts'

type Input = InputOf<typeof endpoint>
type Answer = OutputOf<typeof endpoint>
type Founder = { actor: Actor; now: Date; attempt?: Attempt | undefined }
type Inside = Founder & { client: PoolClient }

/**
 * Founds a group with what every group begins with, and gives it its first engineering manager, all or nothing.
 * @throws forbidden for anybody but an administrator; conflict for an address that is taken; not_found for an unknown em
 */
export async function createGroup(founder: Founder, input: Input): Promise<Answer> {
  const client = await pool().connect()
  let broken: Error | undefined
  try {
    await client.query('begin')
    const answer = await foundOnce({ ...founder, client }, input)
    await client.query('commit')
    return answer
  } catch (error) {
    await client.query('rollback').catch((lost: Error) => (broken = lost))
    throw isTaken(error)
      ? new Failure('conflict', 'A group already has that address. Choose another name.')
      : error
  } finally {
    client.release(broken)
  }
}

/** The attempt is kept with the group that it founded, for a retry to find. */
async function foundOnce({ attempt, ...founder }: Inside, input: Input): Promise<Answer> {
  const { actor, client } = founder
  insistMayFound(actor)
  const { rows } = await client.query<KnownAttempt>(
    `select endpoint, body_hash as "bodyHash", answer from idempotency_keys
      where person_id = $1 and key = $2 and endpoint = $3`,
    [actor.id, attempt?.key ?? null, attempt?.endpoint ?? null],
  )
  if (rows[0]) return replayAnswer(attempt, rows[0])
  const group = await found(founder, input)
  const answer = { group: group.slug }
  if (attempt) await remember({ ...founder, db: client, group }, attempt, answer)
  return answer
}

/** The same inside a transaction of the caller's. */
export async function found(
  { actor, now, client }: Inside,
  { name, slug = groupSlug(name), zone, em }: Input,
): Promise<GroupKey> {
  insist(whyNotGroupSlug(slug))
  const inside = { now, db: client, inside: true as const }
  const nothing = { summary: '', vision: '', mission: '', namespace: '', channel: '' }
  const group = await insertGroup(
    { ...inside, actor },
    { ...nothing, slug, name, zone, channels: [], cadence: [] },
  )
  await layOut({ ...inside, actor: THE_CLOCK, group })
  await lookAgain(client)
  await addPerson({ ...inside, actor, group }, { group: slug, person: em, role: 'em' })
  return group
}

/** What comes by itself: labels with their meanings, the shelves, and the four boards. */
async function layOut(ctx: Ctx): Promise<void> {
  const { slug, name } = ctx.group
  const ours = `group::${name.toLowerCase().replaceAll(',', '')}`
  await createLabel(ctx, { group: slug, title: ours, hue: GROUP_HUE, meaning: 'group' })
  for (const label of FIRST_LABELS) await createLabel(ctx, { group: slug, ...label })
  for (const shelf of FIRST_SHELVES) await createShelf(ctx, shelf)
  for (const board of firstBoards(ours)) await foundBoard(ctx, board)
}

/** 23505 is PostgreSQL's word for a unique value that is there already. */
const isTaken = (error: unknown) => error instanceof Error && 'code' in error && error.code === '23505'

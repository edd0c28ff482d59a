import type { PoolClient } from 'pg'
import { migrate } from '../migrate.ts'
import { writeHandbook } from './handbook.ts'
import { beginningOf, writeSample } from './sample.ts'
import { alone, atomically } from './transaction.ts'

type Log = (line: string) => void

type Options = {
  /** Whether a living sample world comes with the handbook; by default only with the embedded database. */
  sample?: boolean
  /** When this start happens; the sample's history leads up to it. */
  now: Date
}

/** Left on the schema while a sample world is being written: nobody has worked in the database yet. */
const UNFINISHED = 'the sample world is being written'

/** Gives a database without any group the one of the handbook page, once, whoever starts at the same moment. */
export async function seedOnFirstRun(
  url: string,
  log: Log,
  { sample = process.env.SAYDO_DATABASE === 'embedded', now }: Options,
): Promise<void> {
  await alone(url, async (client) => {
    if (await wasInterrupted(client)) await beginAnew(client, url, log)
    if (await hasGroups(client)) return
    if (!sample) {
      log('writing the group of the handbook')
      await atomically(client, () => writeHandbook(client, now))
      return
    }
    log('writing the group of the handbook and the sample data')
    await client.query(`comment on schema public is '${UNFINISHED}'`)
    const group = await atomically(client, () => writeHandbook(client, beginningOf(now)))
    await writeSample(client, group, now)
    await client.query('comment on schema public is null')
  })
}

async function hasGroups(client: PoolClient): Promise<boolean> {
  const { rows } = await client.query<{ yes: boolean }>('select exists (select from groups) as yes')
  return rows[0]?.yes ?? false
}

async function wasInterrupted(client: PoolClient): Promise<boolean> {
  const { rows } = await client.query<{ mark: string | null }>(
    `select obj_description('public'::regnamespace, 'pg_namespace') as mark`,
  )
  return rows[0]?.mark === UNFINISHED
}

/** A start that was killed halfway leaves half a world, which would tell a wrong story; and nothing else. */
async function beginAnew(client: PoolClient, url: string, log: Log): Promise<void> {
  log('the first start was interrupted; starting over')
  await client.query(
    'drop schema if exists drizzle cascade; drop schema public cascade; create schema public',
  )
  await migrate(url, () => {})
}

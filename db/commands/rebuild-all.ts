import { openPool } from '../connection.ts'
import { type Rebuilt, rebuildBuild } from './rebuild-build.ts'

export type RebuiltGroup = Rebuilt & { group: string }

/** Derives the spans of every group from its events once more, one group after the other, each while its writers wait. */
export async function rebuildAll(url: string): Promise<RebuiltGroup[]> {
  const pool = openPool(url, { max: 1 })
  try {
    const { rows } = await pool.query<{ id: number; slug: string }>('select id, slug from groups order by id')
    const all: RebuiltGroup[] = []
    for (const { id, slug } of rows) {
      const client = await pool.connect()
      let broken: Error | undefined
      try {
        await client.query(`begin; set local statement_timeout = '5min'`)
        await client.query('select from group_counters where group_id = $1 for no key update', [id])
        all.push({ group: slug, ...(await rebuildBuild(client, id)) })
        await client.query('commit')
      } catch (error) {
        await client.query('rollback').catch((lost: Error) => (broken = lost))
        throw error
      } finally {
        client.release(broken)
      }
    }
    return all
  } finally {
    await pool.end()
  }
}
